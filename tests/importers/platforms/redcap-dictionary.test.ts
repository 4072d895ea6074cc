import { describe, expect, it } from 'vitest';
import { isAnswerScale } from '../../../src/importers/platforms/answer-scale.js';
import { checkboxColumn } from '../../../src/importers/platforms/redcap-fields.js';
import { readChoices } from '../../../src/importers/platforms/redcap-dictionary.js';
import { questionText } from '../../../src/importers/platforms/question-text.js';

describe('readChoices', () => {
  it('splits at the bar and at the first comma, so that labels may hold commas', () => {
    expect(readChoices('1, Yes | 2, No, thanks|-99, Refused |4')).toEqual([
      { code: '1', label: 'Yes' }, { code: '2', label: 'No, thanks' }, { code: '-99', label: 'Refused' }, { code: '4', label: '4' },
    ]);
    expect(readChoices('')).toEqual([]);
    expect(readChoices('1, <b>Often</b> &amp; gladly')).toEqual([{ code: '1', label: 'Often & gladly' }]);
  });
});

describe('checkboxColumn', () => {
  it('is lower case, with a low line for every sign', () => {
    expect(checkboxColumn('race', '4')).toBe('race___4');
    expect(checkboxColumn('race', '-1')).toBe('race____1');
    expect(checkboxColumn('race', 'AB')).toBe('race___ab');
  });
});

describe('isAnswerScale', () => {
  it.each([
    [['Never', 'Sometimes', 'Often', 'Always']], [['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree']],
    [['(0) Never or Almost Never', '(1) Sometimes', '(2) Often']], [['1 - Poor', '2 - Fair', '3 - Good', '4 - Excellent']], [['Not at all', 'A little', 'Very much', "Don't know"]],
    [['Less than 5', '5-10', '6-15', 'Over 15']], [['$0', '$25,000', '$50,000']], [['0', '1', '2', '3']], [['None', 'Mild', 'Moderate', 'Severe']],
    [['Not open', 'Undecided', 'Very open']], [['Very unlikely', 'Unlikely', 'Neutral', 'Likely', 'Very likely']], [['Not at all', 'Several days', 'More than half the days', 'Nearly every day']],
  ])('takes %j for a scale', (labels) => expect(isAnswerScale(labels)).toBe(true));

  it.each([
    [['Asian', 'Black', 'White']], [['Female', 'Male', 'Other']], [['Single', 'Married', 'Divorced']], [['Yes', 'No', 'Unknown']], [['3', '1', '2']], [['Often', 'Blue', 'Never']],
    [['Latino', 'Non-Latino', 'Missing']], [['Never', 'Refused']],
  ])('takes %j for names', (labels) => expect(isAnswerScale(labels)).toBe(false));
});

describe('questionText', () => {
  it('is one line without markup, and leaves a lone sign as it is', () => {
    expect(questionText('<p>How <b>often</b>?</p>\r\n<br/>Tell&nbsp;us &lt;3')).toBe('How often? Tell us <3');
    expect(questionText('a < b and c > d')).toBe('a < b and c > d');
  });
});
