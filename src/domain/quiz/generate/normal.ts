const TOP = [
  0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
];
const BOTTOM = [
  0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
  637.333633378831, 793.826512519948, 440.413735824752,
];
/** Up to here the quotient of polynomials holds, beyond it the continued fraction. */
const EDGE = 7.07106781186547;
const ROOT_OF_2_PI = 2.506628274631;

/**
 * The share of a standard normal distribution below x, to about 1e-15.
 * Source: West, Better approximations to cumulative normal functions, 2005, after Hart, Computer
 * Approximations, 1968, algorithm 5666.
 */
export function normalCdf(x: number): number {
  const size = Math.abs(x);
  const bell = Math.exp((-size * size) / 2);
  const tail =
    size < EDGE
      ? (bell * polynomial(TOP, size)) / polynomial(BOTTOM, size)
      : bell / (size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + 0.65))))) / ROOT_OF_2_PI;
  return x > 0 ? 1 - tail : tail;
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
