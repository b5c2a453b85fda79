// Looks at a page in a browser: no two texts of a chart overlap, none leaves
// its picture, every mark of a briefing has its sign, says something, leads
// somewhere and can be read, and the page is not wider than the window.

// How far two colours are apart (WCAG 2.2: 4.5 can be read).
const contrast = (one, other) => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

addEventListener('load', () => {
  const wrong = [];
  let texts = 0;
  const charts = document.querySelectorAll('svg[role=img]');
  for (const chart of charts) {
    const frame = chart.getBoundingClientRect();
    const boxes = [...chart.querySelectorAll('text')].map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      // The box of a line is higher than its letters.
      const slack = (bottom - top) / 5;
      return { words: text.textContent, left, right, top: top + slack, bottom: bottom - slack };
    });
    texts += boxes.length;
    boxes.forEach((a, place) => {
      if (a.right <= a.left) wrong.push(`nothing is drawn of ${a.words}`);
      if (a.left < frame.left - 0.5 || a.right > frame.right + 0.5
          || a.top < frame.top - 0.5 || a.bottom > frame.bottom + 0.5) {
        wrong.push(`${a.words} leaves its picture`);
      }
      for (const b of boxes.slice(place + 1)) {
        if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) {
          wrong.push(`${a.words} overlaps ${b.words}`);
        }
      }
    });
  }
  const marks = document.querySelectorAll('mark');
  for (const mark of marks) {
    const words = mark.textContent;
    const style = getComputedStyle(mark);
    const sign = getComputedStyle(mark, '::after');
    const isSigned = mark.dataset.sign !== undefined;
    const ground = isSigned ? style.backgroundColor : getComputedStyle(document.body).backgroundColor;
    if (isSigned && !sign.content.endsWith(`${mark.dataset.sign}"`)) wrong.push(`${words} shows ${sign.content}`);
    if (!mark.title) wrong.push(`${words} says nothing`);
    if (!document.getElementById(mark.firstElementChild.hash.slice(1))) wrong.push(`${words} leads nowhere`);
    for (const ink of isSigned ? [style.color, sign.color] : [style.color]) {
      if (contrast(ink, ground) < 4.5) wrong.push(`${words} is ${ink} on ${ground}`);
    }
    for (const { left, right } of mark.getClientRects()) {
      if (left < 0 || right > innerWidth) wrong.push(`${words} leaves the page`);
    }
  }
  for (const table of document.querySelectorAll('.briefing .table')) {
    if (table.scrollWidth > table.clientWidth) wrong.push('a table is too wide');
  }
  if (document.documentElement.scrollWidth > innerWidth) wrong.push('the page is too wide');
  const page = getComputedStyle(document.body).backgroundColor;
  const paper = charts.length ? getComputedStyle(charts[0].querySelector('.paper')).fill : page;
  if (paper !== page) wrong.push(`the paper is ${paper} on ${page}`);
  const verdict = document.createElement('p');
  verdict.id = 'verdict';
  verdict.textContent = `seen: ${charts.length + marks.length} at ${innerWidth}, texts: ${texts}, paper: ${paper}, wrong: ${wrong.length} ${wrong.join('; ')}`;
  // In a frame, the page around it is what is read.
  parent.document.body.append(parent === window ? verdict : parent.document.adoptNode(verdict));
});
