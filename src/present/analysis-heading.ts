const HEADINGS: Readonly<Record<string, string>> = {
  describe: 'Characteristics', correlate: 'Correlations', compare: 'Groups compared', scale: 'Reliability and scores', usage: 'Use in the log',
  themes: 'Who mentions which theme', saturation: 'Saturation', agree: 'Agreement of the coders', reproduce: 'Claims',
  'side-by-side': 'Themes and figures side by side', 'statistics-by-themes': 'Outcomes by theme', cases: 'Participants by outcome', convergence: 'Themes by source',
  thread: 'One theme from quotes to result',
};

/** What stands above an analysis among others of its section; a name that the study gave is what its claims refer to. */
export function analysisHeading({ name, command, options }: { readonly name: string; readonly command: string; readonly options: ReadonlyMap<string, string> }): string {
  const special = command === 'describe' && options.has('frequent') ? 'Frequent use'
    : command === 'describe' && options.get('vars') === 'feature:*' ? 'Answers'
      : command === 'correlate' && options.has('matrix') ? 'Correlation matrix'
        : command === 'joint' ? HEADINGS[options.get('type') ?? 'side-by-side'] : undefined;
  const heading = special ?? HEADINGS[command] ?? command;
  return name === command ? heading : `${heading} (${name})`;
}
