import type { ResultRecord } from './record.js';

export interface SaturationMethod {
  readonly unit: 'interview' | 'group';
  /** `name`: by name with numbers as numbers; `file`: as the file has them; `given`: as asked. */
  readonly order: 'name' | 'file' | 'given';
  /** Units whose codes are the base, units of one run, and the share of new codes that a run may bring. */
  readonly base: number;
  readonly run: number;
  readonly threshold: number;
  readonly coders: readonly string[];
  /** The depth of the categories that codes are counted as; null: as they are. */
  readonly rollUp: number | null;
  readonly codes: number;
  readonly confidence: number;
  /** Orders of the units that made the band; `all` where every order was taken. */
  readonly orders: number;
  readonly ordersAre: 'all' | 'drawn';
}

/** One interview or group in its order. */
export interface SaturationEstimate {
  readonly unit: string;
  /** Codes that nobody had before. */
  readonly newCodes: number;
  readonly cumulative: number;
  /** New codes of the run that ends here, as a share of the codes of the base; null before the first run ends. */
  readonly newInformation: number | null;
  /** Whether the run that ends here is the first at or below the threshold. */
  readonly stop: boolean;
  /** Names of the new codes. */
  readonly codes: readonly string[];
  /** Codes that so many units have on average over all orders, and the middle share of orders. */
  readonly expected: number;
  readonly bandLow: number;
  readonly bandHigh: number;
}

/** What one threshold says. */
export interface SaturationPoint {
  readonly threshold: number;
  /** Units after which a run brought no more than the threshold; null where none did. */
  readonly units: number | null;
  /** The last unit before that run, and the last of it. */
  readonly at: string | null;
  readonly confirmedBy: string | null;
  /** Codes that first appear once that run was over, with the unit that has them. */
  readonly later: readonly { readonly code: string; readonly unit: string }[];
  /** Share of orders in which it is reached, and the median of the units it then takes. */
  readonly ordersReaching: number | null;
  readonly medianUnits: number | null;
}

export interface SaturationRecord extends ResultRecord<'saturation', SaturationMethod, SaturationEstimate> {
  readonly baseCodes: number;
  /** The threshold asked for and, beside it, none at all. */
  readonly points: readonly SaturationPoint[];
}
