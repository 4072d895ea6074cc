import { StudyError } from '../../errors.js';
import { PATH_MARK, codePaths } from '../../qualitative/code-names.js';
import type { ThreadStep } from '../../results/joint.js';
import { jointRowText } from '../../present/joint/joint-words.js';
import { quotesOf, sideBySideRow } from './joint-side-by-side.js';
import { themeName, themeNamed } from './joint-data.js';
import type { JointContext } from './joint-context.js';

/** One theme from what was said, by its codes, to the item it is linked with and what came of it. */
export async function jointThread(context: JointContext): Promise<ThreadStep[]> {
  const { data, links, theme: asked, method } = context;
  if (asked === null) {
    throw new StudyError('E_THEME_NEEDED', 'A thread follows one theme.', { where: '--type thread', hint: `Type --theme "${links[0].theme}".` });
  }
  const theme = themeNamed(asked, data, '--theme');
  const name = themeName(theme, data);
  const own = links.filter((link) => themeName(themeNamed(link.theme, data, link.where), data) === name);
  const paths = codePaths(data.coded.codes);
  const step = (kind: ThreadStep['step'], text: string, more: Partial<ThreadStep> = {}): ThreadStep => ({ type: 'thread', theme: name, step: kind, text, source: null, ...more });
  const said = quotesOf(theme, data, method.quotes).flatMap((quote) => [
    step('quote', quote.text, { quote, source: quote.start === null ? quote.document : `${quote.document}:${quote.start}-${quote.end}` }),
    step('code', quote.code, { source: quote.coder }),
  ]);
  const steps = [...said, step('theme', paths.get(theme.code.id)?.join(PATH_MARK) ?? name, { source: theme.code.description })];
  for (const link of own) {
    const row = await sideBySideRow(link, context);
    const label = data.dataset.columns.find((column) => column.name === link.variable)?.label ?? link.variable;
    steps.push(step('variable', label, { source: link.rationale }), step('result', jointRowText(row.statistic), { source: data.dataset.source.path }));
    if (row.fit !== null) steps.push(step('fit', row.fit, { source: `expected: ${link.expected}` }));
    if (row.metaInference !== null) steps.push(step('meta-inference', row.metaInference, { source: link.where }));
  }
  return steps;
}
