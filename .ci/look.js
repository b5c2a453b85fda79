// Looks at a report in a browser: no two texts of a chart overlap, none leaves
// its picture, and the page is not wider than the window.
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
  if (document.documentElement.scrollWidth > innerWidth) wrong.push('the page is too wide');
  const paper = charts.length ? getComputedStyle(charts[0].querySelector('.paper')).fill : 'none';
  const page = getComputedStyle(document.body).backgroundColor;
  if (paper !== page) wrong.push(`the paper is ${paper} on ${page}`);
  const verdict = document.createElement('p');
  verdict.id = 'verdict';
  verdict.textContent = `charts: ${charts.length}, texts: ${texts}, paper: ${paper}, wrong: ${wrong.length} ${wrong.join('; ')}`;
  document.body.append(verdict);
});
