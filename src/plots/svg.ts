/** SVG markup that has been escaped already. */
export type Svg = string;

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * One element. Numbers are rounded to hundredths of a pixel, so that the same picture is the same bytes wherever it is
 * drawn; an attribute that is undefined is left out.
 *
 * @example
 * element('circle', { cx: 1 / 3, r: 2 }); // '<circle cx="0.33" r="2"/>'
 */
export function element(name: string, attributes: Attributes, ...children: readonly Svg[]): Svg {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value as string)}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** A line of text; `at` is where it starts, ends or has its middle, as `anchor` says. */
export function text(
  content: string,
  [x, y]: readonly [number, number],
  { anchor, class: name = 'ink', weight, size, fill }: { anchor?: 'start' | 'middle' | 'end'; class?: string; weight?: string; size?: number; fill?: string } = {},
): Svg {
  return element('text', {
    x, y, 'text-anchor': anchor, class: name, 'font-weight': weight, 'font-size': size, fill: fill ?? INK_OF.get(name),
  }, escaped(content));
}

/** A straight line in pixels, in the ink that its class has. */
export function line([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number], name: string, more: Attributes = {}): Svg {
  return element('line', { x1, y1, x2, y2, class: name, stroke: INK_OF.get(name), ...more });
}

/** A hint that appears on the element it is put into, and that a screen reader can reach. */
export function title(content: string): Svg {
  return element('title', {}, escaped(content));
}

/** What stands in for every class where no style sheet says more; a page may darken or lighten them. */
const INK_OF: ReadonlyMap<string, string> = new Map([
  ['ink', '#1a1a1a'], ['muted', '#5f5f5f'], ['rule', '#c9c9c9'], ['mark', '#1f5a94'], ['paper', '#ffffff'],
]);

/** The colour of a class, for elements that `text` and `line` do not make. */
export function ink(name: 'ink' | 'muted' | 'rule' | 'mark' | 'paper'): string {
  return INK_OF.get(name)!;
}

function rounded(value: number): string {
  const hundredths = Math.round(value * 100) / 100;
  return String(hundredths === 0 ? 0 : hundredths);
}

const ENTITIES = new Map([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;'], ["'", '&#39;']]);

/** What no XML can hold, and what would hide or turn the text round; a picture has no use for them. */
const UNSEEN = /(?![\u200c\u200d\p{Variation_Selector}])[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{DI}\ufff9-\ufffb\ufffe\uffff]+/gu;

/** Text for content or a quoted attribute. */
export function escaped(content: string): string {
  return content.replace(UNSEEN, ' ').replace(/[&<>"']/g, (character) => ENTITIES.get(character)!);
}
