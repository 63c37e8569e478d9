/**
 * Distribution functions of `kinds`, written down apart from the code under test: closed forms with the engine's own
 * functions, and the error function by Abramowitz and Stegun 7.1.26 (error below 1.5e-7).
 */
function phi(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const poly =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const erf = 1 - poly * Math.exp(-x * x);
  return z < 0 ? (1 - erf) / 2 : (1 + erf) / 2;
}

const lognormal = (median: number, sigma: number) => (x: number) => phi(Math.log(x / median) / sigma);
const between = (F: (x: number) => number, low: number, high: number) => (x: number) =>
  (F(x) - F(low)) / (F(high) - F(low));
const [fast, slow] = [lognormal(5.4, 1.4713), lognormal(143, 2.1815)];

export const reference: Record<string, (x: number) => number> = {
  uniform: (x) => (x - 2) / 7,
  exponential: (x) => 1 - Math.exp(-x / 6),
  shiftedExponential: between((x) => 1 - Math.exp(-(x - 0.0333) / 0.1112), 0.0333, 0.5),
  lognormal: lognormal(2.5, 0.5),
  truncatedLognormal: between(lognormal(47, 2.6704), 1, 10_080),
  lognormalMixture: (x) => 0.3077 * fast(x) + 0.6923 * slow(x),
  loguniform: (x) => Math.log(x) / Math.log(10_080),
  triangular: (x) => (x <= 3 ? (x - 1) ** 2 / 22 : 1 - (12 - x) ** 2 / 99),
};
