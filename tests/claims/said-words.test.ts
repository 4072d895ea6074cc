import { describe, expect, it } from 'vitest';
import { saidIn } from '../../src/claims/said-words.js';

const DOCUMENTS = [
  { document: 'FG1', text: 'Amos: I really like\nmy doctor — she’s kind. But I never write.' },
  { document: 'FG2', text: 'Ruth: she is kind. I really like my doctor - she\'s kind.' },
];

describe('saidIn', () => {
  it.each([
    ['“I really like my doctor – she’s kind.”', ['FG1', 'FG2']], ['i really like MY DOCTOR', ['FG1', 'FG2']], ['I really like … But I never write', ['FG1']], ['I … write', ['FG1']],
    ['But I [hardly] never write', ['FG1']], ['I really like [her] … kind', ['FG1', 'FG2']], ['I really like (...) kind', ['FG1', 'FG2']], ['never write … really like', []], ['', []], ['…', []], ['"[all of it]"', []],
  ])('%s', (quote, expected) => {
    expect(saidIn(DOCUMENTS, quote)).toEqual(expected);
  });
});
