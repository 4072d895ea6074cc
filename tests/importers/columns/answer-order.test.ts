import { describe, expect, it } from 'vitest';
import { answerOrder } from '../../../src/importers/columns/answer-order.js';
import { columnOf, readText } from '../reading.js';

describe('answerOrder', () => {
  it.each([
    [['Always', 'Never', 'Often', 'Sometimes'], ['Never', 'Sometimes', 'Often', 'Always']],
    [['Agree', 'Disagree', 'Neither agree nor disagree', 'Strongly agree', 'Strongly disagree'], ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree']],
    [['Somewhat favourably', 'Somewhat unfavourably', 'Very favourably', 'Very unfavourably'], ['Very unfavourably', 'Somewhat unfavourably', 'Somewhat favourably', 'Very favourably']],
    [['18-29', '> 60', '30-44', '45-60'], ['18-29', '30-44', '45-60', '> 60']],
    [['$100,000 - $149,999', '$150,000+', '$25,000 - $49,999', '$0 - $24,999'], ['$0 - $24,999', '$25,000 - $49,999', '$100,000 - $149,999', '$150,000+']],
    [['Less than 5', '5-10', 'Over 10', '10'], ['Less than 5', '5-10', '10', 'Over 10']],
    [['Not at all important', 'Very important', 'Somewhat important'], ['Not at all important', 'Somewhat important', 'Very important']],
  ])('sorts %j', (answers, sorted) => expect(answerOrder(answers)).toEqual(sorted));

  it.each([[['Asian', 'Black', 'White']], [['Often', 'Never', 'Blue']], [['Yes', 'No']], [['1.2.3', '4.5.6']], [['3/4/2011', '5/6/2011']], [['10', '10 mg']]])(
    'leaves %j as they are', (answers) => expect(answerOrder(answers)).toBeNull());

  it('orders the levels of a column of names; others stand by code unit', async () => {
    const dataset = await readText('id,q,g\na,Often,b\nb,Never,a\nc,Often,b\nd,Never,a\ne,Sometimes,c\nf,Sometimes,c\n');
    expect(columnOf(dataset, 'q').levels).toEqual([{ value: 'Never' }, { value: 'Sometimes' }, { value: 'Often' }]);
    expect(columnOf(dataset, 'g').levels).toEqual([{ value: 'a' }, { value: 'b' }, { value: 'c' }]);
  });
});
