// The facts of an answer as a table: what was computed, from how many rows, by which query or formula.
import { element } from './element.js';

const UNITS = { usd: 'USD', per_month: 'USD a month', millis: 'ms', ratio: '', count: '', text: '' };

function shown(fact) {
  const number = typeof fact.value === 'number';
  const text = number ? fact.value.toLocaleString('en', { maximumFractionDigits: 6 }) : String(fact.value);
  return `${text} ${UNITS[fact.unit] ?? fact.unit}`.trim();
}

function origin(source) {
  const rows = source.rows === undefined || source.rows === null ? '' : `, ${source.rows.toLocaleString('en')} rows`;
  return `${source.query ?? source.formula ?? source.type.replaceAll('_', ' ')}${rows}`;
}

function row(fact) {
  return element('tr', { 'data-fact': fact.name },
    element('td', {}, fact.name.replaceAll('_', ' ')),
    element('td', { class: 'number' }, shown(fact)),
    element('td', {}, fact.label),
    element('td', {}, origin(fact.source)));
}

export function factTable(facts) {
  const head = element('tr', {}, ...['Fact', 'Value', 'Kind', 'From'].map((text) => element('th', { scope: 'col' }, text)));
  const table = element('table', {}, element('caption', {}, 'What was computed'), element('thead', {}, head),
    element('tbody', {}, ...facts.map(row)));
  return element('div', { class: 'scroll' }, table);
}
