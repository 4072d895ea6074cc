/** Colour from outside; each function returns its text with markup that takes no room, or as it is. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly muted: (text: string) => string;
  readonly caption: (text: string) => string;
  readonly rule: (text: string) => string;
}
