// Shows runs from their frames: the question, what happens, the answer as it grows, and at last the facts behind it.
import { element } from './element.js';
import { factTable } from './facts.js';
import { markdown } from './markdown.js';

class Run {
  article = element('article');
  #steps = element('ol', { class: 'steps' });
  #answer = element('div', { class: 'answer' });
  #text = [];
  #applied = new Set();

  constructor(question) {
    this.article.append(element('h3', {}, question), this.#steps, this.#answer);
  }

  /** Applies a frame once, however often it arrives; true when it was the last. */
  take(frame) {
    if (frame.seq && this.#applied.has(frame.seq)) return false;
    this.#applied.add(frame.seq);
    switch (frame.type) {
      case 'agent_started': return this.#step(frame.data.message);
      case 'agent_thinking': return this.#step(frame.data.reasoning);
      case 'tool_executing': return this.#step(frame.data.operation);
      case 'response_chunk': return this.#grow(frame.data);
      case 'agent_completed': return this.#complete(frame.data);
      case 'agent_error': return this.#end(`This failed: ${frame.data.error_message}`);
      case 'agent_cancelled': return this.#end('This was cancelled.');
      default: return false;
    }
  }

  #step(text) {
    this.#steps.append(element('li', {}, text));
    return false;
  }

  #grow(data) {
    this.#text = [...this.#text.slice(0, data.offset), ...data.content];
    this.#answer.replaceChildren(...markdown(this.#text.join('')));
    return false;
  }

  #complete(data) {
    this.#answer.replaceChildren(...markdown(data.response));
    this.#answer.dataset.complete = 'yes';
    if (data.result?.facts?.length) this.article.append(factTable(data.result.facts));
    return true;
  }

  #end(text) {
    this.article.append(element('p', { class: 'alarm', role: 'alert' }, text));
    return true;
  }
}

export class Runs {
  #place;
  #ended;
  #known = new Map();

  constructor(place, ended) {
    this.#place = place;
    this.#ended = ended;
  }

  take(frame) {
    if (!frame.run_id) return;
    if (!this.#known.has(frame.run_id)) this.#begin(frame);
    if (this.#known.get(frame.run_id).take(frame)) this.#ended();
  }

  #begin(frame) {
    const run = new Run(frame.type === 'message_received' ? frame.data.content : 'A question asked elsewhere');
    this.#known.set(frame.run_id, run);
    this.#place.append(run.article);
  }
}
