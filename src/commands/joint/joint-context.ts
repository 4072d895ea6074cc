import type { NumericColumn } from '../../dataset/column.js';
import type { JointMethod } from '../../results/joint.js';
import type { JointData } from './joint-data.js';
import type { DeclaredLink } from './joint-links.js';

/** A link, or a theme that nobody linked and that is only looked at. */
export type Linked = Omit<DeclaredLink, 'expected'> & { readonly expected: DeclaredLink['expected'] | null };

/** What every type of display is made from. */
export interface JointContext {
  readonly data: JointData;
  readonly links: readonly Linked[];
  readonly outcome: NumericColumn | null;
  readonly method: JointMethod;
  readonly seed: number;
  readonly theme: string | null;
  readonly tool: string;
  readonly pause: (progress: { readonly done: number; readonly total: number }) => Promise<void> | void;
}
