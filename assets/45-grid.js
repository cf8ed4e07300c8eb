// Cells of the grid that are links, built as elements and never as HTML, and the count of the rows that are left.
(() => {
  const cells = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});
  const link = (href, text, more) => React.createElement('a', { href, key: text, tabIndex: -1, ...more }, text);

  // One key, or several separated by semicolons, each leading to its record.
  cells.RecordLinks = ({ value, table, lang }) => {
    if (!value) return null;
    const links = String(value).split(';').filter(Boolean)
      .map((key) => link(`/record/${encodeURIComponent(table)}/${encodeURIComponent(key)}?lang=${lang}`, key));
    return React.createElement('span', null, links.flatMap((one, place) => (place ? ['; ', one] : [one])));
  };

  // A page elsewhere; anything but the web's own schemes stays text.
  cells.WebLink = ({ value }) => {
    if (!/^https?:\/\//i.test(value || '')) return value || null;
    return link(value, value, { rel: 'external noopener noreferrer' });
  };

  // The arrow keys lead through the cells, Enter follows the link of the one in focus.
  document.addEventListener('keydown', (event) => {
    const cell = event.key === 'Enter' && document.activeElement;
    if (cell && cell.matches('.ag-cell')) cell.querySelector('a')?.click();
  }, true);

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.grid = {
    // What the search left, less what the filters of the columns hide.
    counted: (page, said) => {
      const left = page ? page.rowCount : said.rows;
      const number = (n) => new Intl.NumberFormat(said.lang).format(n);
      return said.text.replace('{n}', number(left)).replace('{total}', number(said.total));
    },
  };
})();
