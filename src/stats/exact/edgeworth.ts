import { normalUpperTail } from '../../numeric/normal.js';

/**
 * P(S ≥ s) for S = Σ (rank of x − rank of y)² without ties, over all permutations: the Edgeworth series of
 * Best & Roberts (1975), Algorithm AS 89, Applied Statistics 24, 377–379. S is even, and s is taken as even.
 *
 * S is symmetric: P(S ≤ s) is the upper tail from n(n² − 1)/3 − s. Far out, its error is not small beside p.
 *
 * @example edgeworthSquaresUpperTail(270, 10) // 0.0272225339687709: ρ ≤ −0.636, by symmetry also ρ ≥ 0.636
 */
export function edgeworthSquaresUpperTail(squares: number, n: number): number {
  const greatest = (n * (n * n - 1)) / 3;
  if (squares <= 0) return 1;
  if (squares > greatest) return 0;
  // The middle between s and the even number below it, as a standardised statistic: −ρ √(n − 1).
  const x = ((6 * (squares - 1)) / (n * (n * n - 1)) - 1) * Math.sqrt(n - 1);
  const b = 1 / n;
  const y = x * x;
  const third = 0.0072 - 0.0831 * b + y * b * (0.0131 - 0.00046 * y);
  const second = y * b * (0.0879 + 0.0151 * b - y * third);
  const first = y * (-0.0758 + b * (0.1033 + 0.3932 * b) - second);
  const series = x * b * (0.2274 + b * (0.2531 + 0.1745 * b) + first);
  return Math.min(1, Math.max(0, series * Math.exp(-y / 2) + normalUpperTail(x)));
}
