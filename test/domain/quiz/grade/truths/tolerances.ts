import { digits, number, share, within } from '../build.ts';
import { answers, type Truth } from './truth.ts';

/** The boundary of each tolerance, which counts as right. */
export const tolerances: Truth[] = [
  {
    question: number(0.3, within(0.1)),
    right: answers(`
      0.3 ¦ 0.4 ¦ 0.2 ¦ 0.2000000000001 ¦ 0.39999 ¦ 2/5 ¦ 1/5 ¦ 0.1+0.2 ¦ 0.1+0.3 ¦ .25 ¦
      0,4 ¦ 1/3`),
    wrong: answers(`
      0.41 ¦ 0.19 ¦ 0.4001 ¦ 0.1999 ¦ 0.40000001 ¦ 0.19999999 ¦ -0.3 ¦ 0 ¦ 0.5 ¦ 3 ¦ -0.2 ¦
      0.04`),
    invalid: answers(`
      0.3±0.1 ¦ 0.2- ¦ 0.2..0.4 ¦ [0.2, 0.4] ¦ 0.2 to 0.4 ¦ 0.3 +- 0.1 ¦ <0.4 ¦ 0.2 or 0.4`),
  },
  {
    question: number(100, within(0)),
    right: answers(`
      100 ¦ 1e2 ¦ 100.0 ¦ 10^2 ¦ 99.99999999999999 + 0.00000000000001 ¦ 3*100/3`),
    wrong: answers(`100.0001 ¦ 99.999999 ¦ 101 ¦ 99 ¦ -100 ¦ 10 ¦ 1000 ¦ 100.000000001`),
  },
  {
    question: number(1e6, within(0.5)),
    right: answers(`
      1000000 ¦ 1000000.5 ¦ 999999.5 ¦ 1e6 ¦ 10^6 ¦ 1,000,000 ¦ 1 000 000.25 ¦ 999_999.5`),
    wrong: answers(`
      1000000.50001 ¦ 999999.49999 ¦ 1000001 ¦ 999999 ¦ 1,000,001 ¦ 1e5 ¦ 1e7 ¦ -1e6`),
    invalid: answers(`1M ¦ 1e6.5 ¦ 1,000 ¦ 1.000.000 ¦ 1,0,0,0`),
  },
  {
    question: number(200, share(0.01)),
    right: answers(`
      200 ¦ 202 ¦ 198 ¦ 201.99 ¦ 198.01 ¦ 199 ¦ 2e2 ¦ 202.0 ¦ 101*2 ¦ 1.98e2 ¦ 200.5`),
    wrong: answers(`
      202.01 ¦ 197.99 ¦ 203 ¦ 197 ¦ 202.0001 ¦ 197.9999 ¦ -200 ¦ -198 ¦ 20 ¦ 2000 ¦ 0 ¦ 2.02`),
    invalid: answers(`200% ¦ 1% ¦ 200±1% ¦ about 200 ¦ 200ish ¦ 198 - 202 -`),
  },
  {
    question: number(-200, share(0.01)),
    right: answers(`-200 ¦ -202 ¦ -198 ¦ −199 ¦ -199.5 ¦ -2e2 ¦ -(200) ¦ 1-201`),
    wrong: answers(`200 ¦ -202.01 ¦ -197.99 ¦ 198 ¦ 0 ¦ -20 ¦ 202 ¦ -203 ¦ -197`),
  },
  {
    question: number(0, share(0.01)),
    right: answers(`0 ¦ 0.01 ¦ -0.01 ¦ -0 ¦ 0.001 ¦ -1/100 ¦ 1/200 ¦ 1e-300 ¦ 0.0099999`),
    wrong: answers(`0.0101 ¦ -0.0101 ¦ 0.02 ¦ 0.011 ¦ -0.02 ¦ 1 ¦ 0.01001 ¦ -1`),
    invalid: answers(`1% ¦ 0% ¦ 0.01- ¦ <0.01`),
  },
  {
    question: number(1e-8, share(0.05)),
    right: answers(`
      1e-8 ¦ 1.05e-8 ¦ 0.95e-8 ¦ 0.00000001 ¦ 10^-8 ¦ 1×10⁻⁸ ¦ 1/10^8 ¦ 1.04e-8`),
    wrong: answers(`
      1.06e-8 ¦ 0.94e-8 ¦ 0 ¦ 1e-7 ¦ 1e-9 ¦ -1e-8 ¦ 1e8 ¦ 1.0501e-8 ¦ 0.9499e-8`),
    invalid: answers(`1e-8e ¦ 10-8- ¦ 1e -8 ¦ 1e--8`),
  },
  {
    question: number(Math.PI, digits(3)),
    right: answers(`
      3.14 ¦ 3.141 ¦ 3.142 ¦ 3.1416 ¦ 3.1415926 ¦ pi ¦ π ¦ 22/7 ¦ 3.137 ¦ 3.146 ¦ 314e-2 ¦
      3,14 ¦ 3,1416`),
    wrong: answers(`
      3.13 ¦ 3.15 ¦ 3.1 ¦ 3 ¦ 3.147 ¦ 3.136 ¦ 3.2 ¦ -3.14 ¦ 31.4 ¦ 0.314 ¦ 3.1475 ¦ 4`),
    invalid: answers(`3.14... ¦ 3.14… ¦ 3.1.4 ¦ ~3.14 ¦ 3.14 or so`),
  },
  {
    question: number(2 / 3, digits(3)),
    right: answers(`
      0.667 ¦ 0.666 ¦ 2/3 ¦ 0.6667 ¦ 0.66667 ¦ .667 ¦ 0.6666 ¦ 0.6663 ¦ 0.6671 ¦ 6.67e-1 ¦
      0,6667`),
    wrong: answers(`
      0.67 ¦ 0.66 ¦ 0.668 ¦ 0.665 ¦ 0.6655 ¦ 0.6673 ¦ 0.6 ¦ 0.7 ¦ -0.667 ¦ 66.7 ¦ 3/2`),
    invalid: answers(`66.7% ¦ 0.667- ¦ 0.6̅`),
  },
  {
    question: number(0.125, digits(2)),
    right: answers(`0.12 ¦ 0.13 ¦ 0.125 ¦ 1/8 ¦ 0.126 ¦ 0.124 ¦ .13 ¦ ⅛ ¦ 0.1201 ¦ 0.1299`),
    wrong: answers(`
      0.1 ¦ 0.11 ¦ 0.14 ¦ 0.2 ¦ 0.119 ¦ 0.131 ¦ 1.25 ¦ -0.13 ¦ 0.1199 ¦ 0.1301`),
  },
  {
    question: number(1234, digits(2)),
    right: answers(`1200 ¦ 1234 ¦ 1.2e3 ¦ 1230 ¦ 1284 ¦ 1184 ¦ 1,200.0 ¦ 1.2×10^3`),
    wrong: answers(`1300 ¦ 1100 ¦ 1000 ¦ 1285 ¦ 1183 ¦ 12 ¦ 120 ¦ 12000 ¦ -1200 ¦ 1.2`),
    invalid: answers(`1,200 ¦ 1.2k ¦ 12xx`),
  },
  {
    question: number(9.996, digits(3)),
    right: answers(`10 ¦ 10.0 ¦ 9.99 ¦ 9.996 ¦ 9.994 ¦ 10.00 ¦ 9.995 ¦ 10.001`),
    wrong: answers(`9.98 ¦ 10.01 ¦ 9.9 ¦ 9.985 ¦ 10.1 ¦ 1 ¦ 99.96 ¦ -10`),
  },
  {
    question: number(0.3, digits(1)),
    right: answers(`0.3 ¦ 0.30 ¦ 0.1+0.2 ¦ 3/10 ¦ 0.25 ¦ 0.35 ¦ 0.34 ¦ 1/3`),
    wrong: answers(`0.2 ¦ 0.4 ¦ 0.24 ¦ 0.36 ¦ 0.1 ¦ 3 ¦ -0.3 ¦ 0`),
  },
  {
    question: number(0, digits(3)),
    right: answers(`0 ¦ 0.00 ¦ -0 ¦ 0.000`),
    wrong: answers(`0.001 ¦ 0.0001 ¦ 1e-12 ¦ -0.004`),
  },
];
