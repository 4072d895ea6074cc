const ENTITIES = new Map([
  ['nbsp', ' '], ['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['#39', "'"], ['apos', "'"], ['rsquo', '’'], ['ndash', '–'], ['mdash', '—'],
]);

/**
 * A question as a label: without markup, on one line.
 *
 * @example
 * questionText('<p>How <b>often</b>?</p>\r\n'); // 'How often?'
 */
export function questionText(written: string): string {
  const plain = written.replace(/<\/?[a-z][^<>]*>/gi, ' ').replace(/&(\w+|#39);/g, (whole, name: string) => ENTITIES.get(name) ?? whole);
  return plain.replace(/\s+/g, ' ').replace(/ ([,.;:?!])/g, '$1').trim();
}
