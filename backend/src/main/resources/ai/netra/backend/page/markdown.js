// Answers are Markdown: headings, paragraphs, lists, tables, bold and code become elements; all else stays text.
import { element } from './element.js';

const INLINE = /\*\*([^*]+)\*\*|`([^`]+)`/g;

function inline(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    parts.push(text.slice(end, match.index));
    parts.push(match[1] === undefined ? element('code', {}, match[2]) : element('strong', {}, match[1]));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

const cells = (line) => line.trim().replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim());

function table(lines) {
  const [head, , ...rows] = lines;
  const row = (line, name) => element('tr', {}, ...cells(line).map((cell) => element(name, {}, ...inline(cell))));
  return element('div', { class: 'scroll' }, element('table', {}, element('thead', {}, row(head, 'th')),
    element('tbody', {}, ...rows.map((line) => row(line, 'td')))));
}

function list(lines, name) {
  return element(name, {}, ...lines.map((line) => element('li', {}, ...inline(line.replace(/^\s*([-*]|\d+\.)\s+/, '')))));
}

const KINDS = [
  { fits: (line) => /^#{1,6}\s/.test(line), one: true, made: ([line]) => element('h4', {}, ...inline(line.replace(/^#+\s+/, ''))) },
  { fits: (line) => /^\s*[-*]\s/.test(line), made: (lines) => list(lines, 'ul') },
  { fits: (line) => /^\s*\d+\.\s/.test(line), made: (lines) => list(lines, 'ol') },
  { fits: (line) => line.trim().startsWith('|'), made: table },
  { fits: () => true, made: (lines) => element('p', {}, ...inline(lines.join(' '))) },
];

const kindOf = (line) => KINDS.find((kind) => kind.fits(line));

export function markdown(text) {
  const blocks = [];
  let last = null;
  for (const line of text.split('\n')) {
    const kind = line.trim() === '' ? null : kindOf(line);
    if (kind && kind === last?.kind && !kind.one) last.lines.push(line);
    else if (kind) blocks.push((last = { kind, lines: [line] }));
    else last = null;
  }
  return blocks.map((block) => block.kind.made(block.lines));
}
