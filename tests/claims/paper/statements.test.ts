import { describe, expect, it } from 'vitest';
import { golden } from '../checks/golden-checks.js';
import { checkedHtml, checkedMarkdown, checkedText, only, verdicts } from './reading.js';

describe('tests in prose, held to statcheck’s own cases (statcheck b288d94, test-error.R)', () => {
  const cases = golden.groups['statcheck_error'] as unknown as { input: { text: string; two?: boolean; pzero?: boolean }; expected: boolean }[];
  it.each(cases.map(({ input, expected }) => [input.text, input.two === false ? 'one' as const : 'auto' as const, expected] as const))('%s (tails: %s): error is %s', (text, tails, expected) => {
    const { verdict } = only(checkedText(text, { tails }));
    expect(['inconsistent', 'decision-error'].includes(verdict)).toBe(expected);
  });
});

describe('a test is read in every style', () => {
  it.each([
    ['APA', 't(28) = 2.20, p = .036'],
    ['brackets and a capital P', 'F[2, 28] = 2.20; P = 0.13'],
    ['subscripts that lost their place', 'F2,28 = 2.20, p > .05'],
    ['N in the brackets', 'χ2(1, N = 54) = 5.21, p = .02'],
    ['a superscript and df behind', 'χ² = 5.21, df = 1, p = 0.02'],
    ['X2', 'X2 (1) = 5.21, P < .05'],
    ['a raised point and a Unicode minus', 'rs(52) = −0·29, P = 0·03'],
    ['thin spaces', 'r(52) = −0.29, p = .03'],
    ['n beside', 'ρ = -0.29, n = 54, p = .03'],
    ['words', 'a Spearman correlation of -0.29 (n = 54, p = .03)'],
    ['z', 'z = 2.20, p = .028'],
    ['z behind U', 'U = 123.5, z = -2.10, p = .036'],
    ['Kruskal and Wallis', 'H(2) = 7.10, p = .029'],
    ['Cochran', 'Q(3) = 7.81, p = .05'],
    ['Wald’s W', 'W(1) = 3.84, p = .05'],
    ['powers of ten', 't(28) = 12.4, p = 7.0 × 10−13'],
    ['decimals in the degrees of freedom', 't(27.53) = 2.20, p = .036'],
    ['p before', '(p = .036; t(28) = 2.20)'],
    ['not significant', 't(28) = 1.20, n.s.'],
    ['n before, in the same brackets', '(n = 54, ρ = -.29, p = .03)'],
    ['U with its groups', 'U = 123.5, n1 = 20, n2 = 18, p = .10'],
    ['a line break', 't(28) =\n2.20, p\n= .036'],
  ])('%s: %s', (_, text) => {
    const readable = checkedText(text).figures.filter(({ verdict }) => verdict !== 'not-checkable');
    expect(readable.map(({ kind, verdict }) => `${kind} ${verdict}`)).toEqual(['p consistent']);
  });

  it('in HTML with its entities and subscripts, and in Markdown with its emphasis', () => {
    expect(verdicts(checkedHtml('<p><i>r</i><sub>s</sub>(52)&nbsp;=&nbsp;&minus;.29, <i>p</i> &lt; .05; χ<sup>2</sup>(1) = 5.21, <i>p</i> = .02</p>')).map((line) => line.split(' | ')[1]))
      .toEqual(['p consistent', 'p consistent']);
    expect(verdicts(checkedMarkdown('*t*(28) = 2.20, *p* = .30 and $\\chi^2(1) = 5.21$, _p_ = .02'))).toEqual(['t(28) = 2.20, p = .30 | p decision-error', 'χ2(1) = 5.21, p = .02 | p consistent']);
  });
});

describe('what a wrong p is called', () => {
  const reasonOf = (text: string, options = {}) => {
    const { reason, verdict } = only(checkedText(text, options));
    if (reason.about !== 'p') throw new Error(reason.about);
    return [verdict, reason.otherwise, reason.unless];
  };
  it('is a decision error where print and statistic lie on different sides of alpha', () => {
    expect(reasonOf('t(28) = 2.20, p = .30')).toEqual(['decision-error', null, null]);
    expect(reasonOf('t(28) = 2.20, p = .30', { alpha: 0.01 })).toEqual(['inconsistent', null, null]);
  });
  it('takes no tail from the p that follows', () => {
    expect(checkedText('t(52) = 2.01, p = .0498, one-tailed p = .025').figures[0]).toMatchObject({ verdict: 'consistent', reason: { tails: 'two' } });
  });
  it('names one tail, and takes it where the text says so there', () => {
    expect(reasonOf('t(28) = 2.20, p = .018')).toEqual(['inconsistent', 'one-tailed', null]);
    expect(reasonOf('t(28) = 2.20, p = .018 (one-tailed)')).toEqual(['consistent', null, null]);
    expect(reasonOf('t(28) = 2.20, p = .036, one-sided')).toEqual(['inconsistent', 'two-tailed', null]);
  });
  it('is a condition where the text speaks of one-tailed tests elsewhere', () => {
    const { figures } = checkedText('Tests were one-tailed.\n\nt(28) = 2.20, p = .018');
    expect(figures.map(({ verdict }) => verdict)).toEqual(['conditional']);
  });
  it('names digits that were cut off: .0362 printed as .03', () => {
    expect(reasonOf('t(28) = 2.200, p = .03')).toEqual(['inconsistent', 'cut', null]);
  });
  it('does not hold ties against Kendall’s τ, nor the exact test against ρ of a few', () => {
    expect(reasonOf('τ = .30, n = 20, p = .03')[2]).toBe('ties');
    expect(reasonOf('U = 123.5, n1 = 20, n2 = 18, p = .08')[2]).toBe('ties');
    expect(reasonOf('ρ = .60, n = 10, p = .08')[2]).toBe('exact');
    expect(reasonOf('ρ = .60, n = 10, p = .80')).toEqual(['inconsistent', null, null]);
  });
  it('takes ρ by its normal approximation: .29 √53 = 2.11, p .035', () => {
    expect(reasonOf('ρ = .290, n = 54, p = .0348')).toEqual(['consistent', 'normal', null]);
  });
});

/** Forms met in archived articles, each of which was once misread. */
describe('what is not what it looks like', () => {
  it.each([
    ['r2 = 0.108, p = 0.272', ['p not-checkable']],
    ['W17,15 = 95, p = 0.227', ['p consistent']],
    ['z = -1.983, corrected p = 0.18', ['p conditional']],
    ['z = -1.983, corrected p = 0.02', ['p decision-error'].map(() => 'p inconsistent')],
    ['(F4,25 = 18.00); others were not significant (p > 0.4)', ['p not-checkable', 'p not-checkable']],
    ['differed (F4,25 = 18.00); ns, not significant', ['p not-checkable']],
    ['exact paired Wilcoxon tests (Z = 2.666, P = .003)', ['p conditional']],
    ['r(28) = −59, p = .0008', ['p not-checkable']],
    ['t(2,28) = 2.20, p = .03', ['p not-checkable']],
    ['t(28) = 2.20, p = 1.03', ['p not-checkable']],
    ['F(l, 76) = 23.95, p <.001', ['p consistent']],
    ['Qbetween(2) = 7.81, p = .02', ['p consistent']],
    ['W(54) = .97, p = .12', ['p not-checkable']],
    ['OR 1.50 (95% CI 1.10 to 2.04; P for trend = .30)', ['ratio consistent', 'p not-checkable']],
    ['OR 1.50 (95% CI 1.10 to 2.04), p-interaction = 0.44', ['ratio consistent', 'p not-checkable']],
    ['P(c|f) = 11', []],
    ['Portland, OR 97232', []],
    ['on 88 657 of 98 942 tumours (89.6%)', ['count consistent']],
    ['HR per 10 years = 1.50 (95% CI 1.10 to 2.04), p = .01', ['ratio consistent']],
    ['It means the degrees of freedom are 2', []],
    ['35.2%, 95% CI 23-49%', ['percent not-checkable']],
  ])('%s', (text, expected) => {
    expect(checkedText(text).figures.map(({ kind, verdict }) => `${kind} ${verdict}`)).toEqual(expected);
  });
});

describe('what is seen and cannot be checked is listed', () => {
  it.each([
    ['F = 2.20, p = .03', 'df'], ['r(52) = .29', 'p'], ['U = 123.5, p = .03', 'z'], ['τ = .30, p = .03', 'groups'], ['(p = .03)', 'statistic'],
    ['odds ratio of 2.3, p = .03', 'interval'], ['W = 120, p = .2', 'z'],
  ])('%s lacks %s', (text, lacks) => {
    expect(only(checkedText(text)).reason).toEqual({ about: 'unchecked', lacks });
  });

  it('but the legend of stars is no result', () => {
    expect(checkedText('# p<0.08, * p<0.05, ** p<0.01').figures).toEqual([]);
  });
});

describe('a p goes to the statistic that it follows', () => {
  it('and over the r that measures a test’s effect', () => {
    expect(verdicts(checkedText('t(28) = 2.20, r = .38, p = .036'))).toEqual(['t(28) = 2.20, r = .38, p = .036 | p consistent']);
  });

  it('over an interval, an n and words, and not into the next sentence', () => {
    expect(verdicts(checkedText('Groups differed, t(28) = 2.20, d = 0.4, p = .036. Age did not (t(28) = 1.00). The last p = .9 is alone.'))).toEqual([
      't(28) = 2.20, d = 0.4, p = .036 | p consistent', 't(28) = 1.00 | p not-checkable', 'p = .9 | p not-checkable',
    ]);
  });
});

describe('a χ² or t without degrees of freedom', () => {
  const of = (text: string) => {
    const { verdict, computed } = only(checkedText(text));
    return [verdict, computed?.low ?? null, computed?.high ?? null];
  };
  it('is held to those that fit its p, as R’s pchisq(17.78, 3:5, lower = FALSE) = .00049, .00137, .00323 and 2 * pt(-2.205, 27) = .0362, 2 * pt(-2.195, 32) = .0355 say', () => {
    expect(of('χ2 = 17.78, p = .001')).toEqual(['consistent', 4, 4]);
    expect(of('χ2 = 3.84, p = .05')).toEqual(['consistent', 1, 1]);
    expect(of('t = 2.20, p = .036')).toEqual(['consistent', 27, 32]);
    expect(of('t = 2.20, p = .03')).toEqual(['consistent', 32, null]);
  });
  it('is inconsistent where none fits', () => {
    expect(of('χ2 = 3.84, p = .001')).toEqual(['inconsistent', null, null]);
    expect(of('t = 2.20, p = .001')).toEqual(['inconsistent', null, null]);
  });
});

describe('ratios with their intervals', () => {
  it.each([
    ['OR 1.50 (95% CI 1.10–2.04; P = .01)', 'consistent', null],
    ['adjusted odds ratio = 1.50, 95% CI [1.10, 2.04], p = .010', 'consistent', null],
    ['HR 0.72 (0.55 to 0.95)', 'consistent', null],
    ['HR 0.72 (95% CI 0.55 to 0.95, p = .20)', 'decision-error', 'significance'],
    ['RR 1.10 (95% CI 0.90 to 1.34; P < .001)', 'decision-error', 'significance'],
    ['HR 0.72 (95% CI 0.55 to 0.95; log-rank P = .03)', 'conditional', 'p'],
    ['OR 2.50 (95% CI 1.10 to 2.04)', 'inconsistent', 'outside'],
  ])('%s is %s', (text, verdict, fault) => {
    const figure = only(checkedText(text));
    expect([figure.verdict, figure.reason.about === 'ratio' && figure.reason.fault]).toEqual([verdict, fault]);
  });

  it('the word "or" and a heart rate are none', () => {
    expect(checkedText('3 or 4 visits; HR 72 beats').figures.filter(({ verdict }) => verdict !== 'not-checkable')).toEqual([]);
  });
});
