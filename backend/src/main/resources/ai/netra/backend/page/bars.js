// A bar chart with its numbers as text, so that it reads without the picture.
import { element } from './element.js';

const WIDTH = 400;
const ROW = 44;
const SVG = 'http://www.w3.org/2000/svg';

function drawn(name, attributes, text = '') {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.textContent = text;
  return made;
}

export function bars(title, values) {
  const most = Math.max(...values.map((one) => one.value), Number.MIN_VALUE);
  const picture = drawn('svg', { viewBox: `0 0 ${WIDTH} ${values.length * ROW}`, role: 'img', 'aria-label':
    values.map((one) => `${one.name}: ${one.value}`).join('; ') });
  values.forEach((one, i) => {
    const amount = one.value.toLocaleString('en', { maximumFractionDigits: 2 });
    picture.append(drawn('text', { x: 0, y: i * ROW + 14 }, `${one.name}: ${amount}`));
    picture.append(drawn('rect', { x: 0, y: i * ROW + 20, height: 14, rx: 3, width: (one.value / most) * WIDTH }));
  });
  return element('figure', {}, element('figcaption', {}, title), picture);
}
