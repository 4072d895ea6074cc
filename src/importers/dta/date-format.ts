const DAY = 86_400_000;
/** 1960-01-01, where Stata starts to count. */
const START = Date.UTC(1960, 0, 1);

/**
 * How a display format's dates become milliseconds since 1970-01-01T00:00Z, each the first moment of its period; null
 * for a format that shows no date. Years (%ty) are numbers, and so are days of a business calendar (%tb).
 *
 * @example
 * dateOf('%tdD_m_Y')?.(0); // Date.UTC(1960, 0, 1)
 */
export function dateOf(format: string): ((value: number) => number) | null {
  const unit = /^%-?(?:t([cCdwmqh])|(d))/.exec(format);
  switch (unit?.[1] ?? unit?.[2]) {
    case 'd': return (days) => START + days * DAY;
    case 'c': case 'C': return (milliseconds) => START + milliseconds;
    case 'w': return (weeks) => ofYear(Math.floor(weeks / 52), 0) + (weeks - 52 * Math.floor(weeks / 52)) * 7 * DAY;
    case 'm': return (months) => ofYear(0, months);
    case 'q': return (quarters) => ofYear(0, 3 * quarters);
    case 'h': return (halves) => ofYear(0, 6 * halves);
    default: return null;
  }
}

/** Whether a format counts leap seconds. */
export function countsLeapSeconds(format: string): boolean {
  return /^%-?tC/.test(format);
}

function ofYear(years: number, months: number): number {
  return Date.UTC(1960 + years, months, 1);
}
