/** What the process answers to a script. */
export const EXIT = {
  done: 0,
  /** A claim does not match, a printed figure is inconsistent, an agreement is below the gate. */
  findings: 1,
  /** The request or the data are wrong. */
  refused: 2,
  /** A bug in portal-study. */
  bug: 70,
  interrupted: 130,
} as const;
