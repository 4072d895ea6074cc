/**
 * What a page gains where scripts run: headers of plain tables that sort their rows. A page needs none of it to be
 * read; tables with groups, and those whose rows belong to the row above them, stay in their order.
 */
export const PAGE_SCRIPT = `
for (const table of document.querySelectorAll('.study-table')) {
  if (table.tBodies.length !== 1 || table.tBodies[0].rows.length < 3 || table.querySelector('.group')) continue;
  const [body] = table.tBodies;
  if ([...body.rows].some((row) => /^\\s/.test(row.cells[0].textContent))) continue;
  const given = [...body.rows];
  const number = (text) => Number.parseFloat(text.replace(/\\u2212/g, '-').replace(/^[<>]\\s*/, '').replace(/,(?=\\d{3})/g, ''));
  [...table.tHead.rows[0].cells].forEach((header, index) => {
    if (header.textContent === '') return;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener('click', () => {
      const next = { ascending: 'descending', descending: 'none' }[header.getAttribute('aria-sort')] ?? 'ascending';
      for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
      if (next !== 'none') header.setAttribute('aria-sort', next);
      const sign = next === 'descending' ? -1 : 1;
      const keyed = given.map((row) => ({ row, text: row.cells[index].textContent, value: number(row.cells[index].textContent) }));
      const byValue = keyed.some(({ value }) => !Number.isNaN(value));
      if (next !== 'none') keyed.sort((a, b) => byValue
        ? (Number.isNaN(a.value) - Number.isNaN(b.value)) || sign * (a.value - b.value)
        : sign * a.text.localeCompare(b.text));
      body.append(...keyed.map(({ row }) => row));
    });
  });
}
`;
