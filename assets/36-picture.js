// A chart as a picture: drawn anew from its figure in the light colours, as wide as a page whatever the screen, between its title and
// its sources. Plotly draws the chart as SVG; the words are set around it here, so that the file says all that the card says.
(() => {
  const WIDTH = 1200, EDGE = 32, SCALE = 2;
  const INK = '#2A2620', MUTED = '#6B6357', RULE = '#E7E1D6', CARD = '#FFFFFF'; // the light tokens, in the dark too
  const font = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const STYLES = {
    title: { family: '--serif', size: 28, weight: 700, colour: INK, line: 34, before: 0 },
    subtitle: { family: '--sans', size: 16, weight: 400, colour: MUTED, line: 22, before: 8 },
    filters: { family: '--sans', size: 16, weight: 600, colour: INK, line: 22, before: 2 },
    key: { family: '--sans', size: 14, weight: 400, colour: MUTED, line: 20, before: 4 },
    note: { family: '--sans', size: 13, weight: 400, colour: MUTED, line: 18, before: 6 },
    stamp: { family: '--sans', size: 13, weight: 600, colour: INK, line: 18, before: 6 },
  };
  // Characters that XML cannot hold would make the whole file unreadable.
  const escaped = (text) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);
  const pen = document.createElement('canvas').getContext('2d');
  // Lines no wider than `most`; a word that is wider by itself is broken where it must be.
  const wrapped = (text, style, most) => {
    pen.font = `${style.weight} ${style.size}px ${font(style.family)}`;
    const fits = (one) => pen.measureText(one).width <= most;
    const lines = [];
    let line = '';
    for (const word of text.replaceAll(' · ', '\u00a0· ').split(/[ \t\n]+/)) {
      if (line && !fits(`${line} ${word}`)) { lines.push(line); line = ''; }
      line = line ? `${line} ${word}` : word;
      while (!fits(line)) {
        let end = 1;
        const letters = [...line];
        while (end < letters.length && fits(letters.slice(0, end + 1).join(''))) end++;
        lines.push(letters.slice(0, end).join(''));
        line = letters.slice(end).join('');
      }
    }
    return line ? [...lines, line] : lines;
  };
  // The paragraphs one below the other from `top`: their SVG, and where they end.
  const set = (paragraphs, top) => {
    let y = top, svg = '';
    for (const [name, text] of paragraphs) {
      if (!text) continue;
      const style = STYLES[name];
      y += style.before;
      for (const line of wrapped(text, style, WIDTH - 2 * EDGE)) {
        svg += `<text x="${EDGE}" y="${y + style.line * 0.76}" font-family="${escaped(font(style.family).replaceAll('"', "'"))}" `
          + `font-size="${style.size}" font-weight="${style.weight}" fill="${style.colour}">${escaped(line)}</text>`;
        y += style.line;
      }
    }
    return [svg, y];
  };
  const words = (card) => {
    const said = (selector) => card.querySelector(selector)?.textContent.trim() || '';
    const filters = said('.card-subtitle em');
    const subtitle = said('.card-subtitle');
    const { stamp, place } = window.tumenShared(card);
    return {
      above: [['title', said('h2')], ['subtitle', filters ? subtitle.slice(0, -filters.length).trim() : subtitle], ['filters', filters.charAt(0).toUpperCase() + filters.slice(1)], ['key', said('.card-key')]],
      below: [['note', said('.card-note')], ['note', said('.card-sources')], ['stamp', `${stamp} · ${location.host}${place}`]],
    };
  };
  const svgOf = async (card) => {
    const gd = card.querySelector('.js-plotly-plot');
    const figure = structuredClone({ data: gd.tumenFigure.data, layout: gd.tumenFigure.layout });
    window.tumenLane.lay(figure, false);
    const height = figure.layout.height || figure.layout.meta?.height || gd.clientHeight;
    const size = { width: WIDTH - 2 * EDGE, height };
    Object.assign(figure.layout, size, { autosize: false });
    const config = { locale: document.documentElement.lang, staticPlot: true };
    const chart = await window.Plotly.toImage({ ...figure, config }, { ...size, format: 'svg', imageDataOnly: true });
    const { above, below } = words(card);
    const [head, top] = set(above, EDGE - 4);
    const [foot, end] = set(below, top + 16 + height + 12);
    const whole = Math.ceil(end + EDGE - 8);
    return { width: WIDTH, height: whole, svg: `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH}" height="${whole}" viewBox="0 0 ${WIDTH} ${whole}">`
      + `<title>${escaped(above[0][1])}</title><rect width="100%" height="100%" fill="${CARD}"/>${head}`
      + `<g transform="translate(${EDGE} ${top + 16})">${chart}</g>`
      + `<path d="M${EDGE} ${top + 16 + height + 8}H${WIDTH - EDGE}" stroke="${RULE}"/>${foot}</svg>` };
  };
  const pngOf = async (card) => {
    const { svg, width, height } = await svgOf(card);
    const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    const image = Object.assign(new Image(), { src: address });
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: width * SCALE, height: height * SCALE });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(address);
    return new Promise((done) => canvas.toBlob(done, 'image/png'));
  };
  const save = (blob, card, kind) => {
    const address = URL.createObjectURL(blob);
    const { day } = window.tumenShared(card);
    Object.assign(document.createElement('a'), { href: address, download: `tumen-${card.dataset.chart}-${day}.${kind}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  const ACTIONS = {
    png: async (card) => save(await pngOf(card), card, 'png'),
    svg: async (card) => save(new Blob([(await svgOf(card)).svg], { type: 'image/svg+xml' }), card, 'svg'),
    'png-copy': async (card, button) => {
      // The picture is promised, not awaited: a browser lets a page write to the clipboard only at once after the click.
      try {
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(card) })]);
        window.tumenAnswer(button, true);
      } catch { window.tumenAnswer(button, false); }
    },
  };
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-action]');
    const draw = button && ACTIONS[button.dataset.action];
    if (!draw) return;
    const card = button.closest('.card');
    draw(card, button);
    if (button.dataset.action !== 'png-copy') button.closest('details').open = false;
  });
})();
