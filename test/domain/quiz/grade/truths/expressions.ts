import { expression } from '../build.ts';
import { answers, type Truth } from './truth.ts';

const positive = { min: 0.1, max: 5 };

/** Expressions, equal or not over the ranges of their variables. */
export const expressions: Truth[] = [
  {
    question: expression('x^2 - 1'),
    right: answers(`
      x^2-1 ¦ (x-1)(x+1) ¦ (x+1)*(x-1) ¦ x*x-1 ¦ x²-1 ¦ x² − 1 ¦ x**2-1 ¦ -1+x^2 ¦
      (x-1)·(x+1) ¦ (x-1)×(x+1) ¦ -(1-x^2) ¦ (x^2-1) ¦ x x - 1 ¦ x(x)-1 ¦ (x^3-x)/x ¦
      (x^4-1)/(x^2+1) ¦ x^2-2+1 ¦ (2x^2-2)/2 ¦ ½(2x²-2) ¦ abs(x)^2-1 ¦ sqrt(x^4)-1 ¦
      (x+1)^2-2x-2 ¦ １x^2-1 ¦ pow(x, 2) - 1 ¦ x^2.0-1.0 ¦ x^2 - sin(x)^2 - cos(x)^2 ¦
      x^2-e^0 ¦ x^2-log(e) ¦ max(x^2, -1)-1 ¦ x^(3-1)-1 ¦ 𝑥²-1 ¦ x^3/x - x/x ¦ (1+x)(x-1)`),
    wrong: answers(`
      x^2+1 ¦ x-1 ¦ (x-1)^2 ¦ 1-x^2 ¦ x^2 ¦ 2x-1 ¦ x^2-1.0001 ¦ x^2-1+1e-12 ¦ x^2-1+1e-17 ¦
      x^3-1 ¦ -x^2-1 ¦ x^-2-1 ¦ 0 ¦ 1 ¦ -1 ¦ (x-1)x+1 ¦ x^2-x ¦ (x+1)(x+1) ¦ x^2-1x ¦
      x^2 - 1/x ¦ x*2-1 ¦ 2^x-1 ¦ x^2-cos(x) ¦ x^2-tanh(10) ¦ x^2-0.999999999 ¦ abs(x^2-1) ¦
      5x+1e20-1e20 ¦ x^x-1 ¦ x^2-e`),
    invalid: [
      ...answers(`
      ∅ ¦ x^ ¦ x^2- ¦ (x-1)(x+1 ¦ x-1)(x+1) ¦ (x-1 ¦ () ¦ x^2-- ¦ *x ¦ x^^2 ¦ x 2 ¦ x2-1 ¦
      2 3 ¦ y^2-1 ¦ X^2-1 ¦ z ¦ xx-1y ¦ x^2-l ¦ __proto__ ¦ constructor ¦ x.constructor ¦
      x["constructor"] ¦ import("fs") ¦ import(x) ¦ f(x)=x^2-1 ¦ y=x^2-1 ¦ x=1 ¦ x;1 ¦ x,1 ¦
      "x^2-1" ¦ 'x' ¦ \`x\` ¦ x:1 ¦ 1:x ¦ x↵-1; ¦ [x] ¦ {x} ¦ x! ¦ x% ¦ x mod 2 ¦ x to 2 ¦
      x in x ¦ not x ¦ x and 1 ¦ x ? 1 : 2 ¦ x == 1 ¦ x < 1 ¦ x > 0 ¦ |x| ¦ x_2 ¦ x' ¦ x.^2 ¦
      x.*x ¦ # x ¦ x # comment ¦ $x$ ¦ \\frac{x}{1} ¦ @ ¦ \u0000 ¦ x\u0000 ¦ NaN ¦ Infinity ¦
      x/0 ¦ 0/0 ¦ x^2-1/0 ¦ sqrt(-1-x^2) ¦ 1e309 ¦ 1e-400 x ¦ i ¦ x^2-1i ¦ end ¦ true ¦
      eval("x") ¦ evaluate("x") ¦ parse("x") ¦ simplify(x) ¦ derivative(x^3, x) ¦ random() ¦
      x cm ¦ sin x ¦ sin ¦ sqrt ¦ sin() ¦ sin(x, x) ¦ log(x, 2, 3) ¦ foo(x) ¦ x.toString() ¦
      1/2x ¦ x/2x ¦ 1/x(x+1) ¦ √x² ¦ √2x ¦ 5sin(x)+1e20-1e20 ¦ 9007199254740993x ¦ x^(2 ¦
      2*(3*(x ¦ x + ¦ x^2 - 1 = 0 ¦ 0x1F ¦ x1 ¦ ½½x ¦ 1.5½`),
      'x'.repeat(501),
      '('.repeat(60),
      `${'('.repeat(60)}x${')'.repeat(60)}`,
      'x+'.repeat(200),
      `x${'+x'.repeat(200)}`,
      '-'.repeat(400),
      'x^2-1 '.repeat(400),
    ],
  },
  {
    question: expression('2*x'),
    right: answers(`
      2x ¦ 2*x ¦ 2 x ¦ x*2 ¦ x+x ¦ 2·x ¦ 2×x ¦ 4x/2 ¦ 1/2 x + 3/2 x ¦ ½x + 3x/2 ¦ 3x-x ¦
      x/0.5 ¦ (2)(x) ¦ 2(x) ¦ x(2) ¦ 2.0x ¦ 2e0x ¦ x+x*1 ¦ log(exp(2x))`),
    wrong: answers(`
      x ¦ x^2 ¦ 2+x ¦ 2 ¦ 2.0000001x ¦ 2x+1e-10 ¦ x/2 ¦ -2x ¦ 2^x ¦ 20x ¦ 2x^2 ¦
      1.9999999999x ¦ 2abs(x) ¦ 2x+0.000001 ¦ 2x+sin(pi x) ¦ sqrt(4x^2)`),
    invalid: answers(`2y ¦ x 2 ¦ x2 ¦ (x)2 ¦ 2x2 ¦ 2x= ¦ two x ¦ 2* ¦ 2 x x y ¦ 2X`),
  },
  {
    question: expression('1 / (1 + exp(-x))'),
    right: answers(`
      1/(1+exp(-x)) ¦ 1/(1+e^-x) ¦ 1/(1+e^(-x)) ¦ exp(x)/(1+exp(x)) ¦ e^x/(e^x+1) ¦
      (1+tanh(x/2))/2 ¦ 1-1/(1+e^x) ¦ (1+e^(-x))^-1 ¦ 0.5+tanh(x/2)/2 ¦ 1/(1+1/e^x) ¦
      (e^-x + 1)⁻¹ ¦ 1 - 1/(e^x + 1)`),
    wrong: answers(`
      1/(1+exp(x)) ¦ 1/(1-exp(-x)) ¦ 1/1+exp(-x) ¦ tanh(x) ¦ 1/(1+2.718^-x) ¦ exp(-x) ¦
      (1+tanh(x))/2 ¦ 1/(1+2.71828182846^-x) ¦ 1-1/(1+e^-x) ¦ x ¦ 0.5 ¦ 1/(1+e^(-x))+1e-9 ¦
      1/(2+e^-x)`),
    invalid: answers(`
      sigmoid(x) ¦ σ(x) ¦ 1/(1+exp(-x) ¦ 1/(1+exp-x) ¦ 1/(1+e^) ¦ 1/(1+exp(−x))) ¦ expit(x) ¦
      1/1+`),
  },
  {
    question: expression('pi * r^2', { r: positive }),
    right: answers(`
      pi r^2 ¦ πr² ¦ pi*r*r ¦ π r² ¦ r²π ¦ pi*(r^2) ¦ (2pi r)^2/(4pi) ¦ PI r^2 ¦
      4*atan(1)*r^2 ¦ 3.141592653589793 r^2 ¦ acos(-1) r^2`),
    wrong: answers(`
      3.14r^2 ¦ 22/7*r^2 ¦ 3.14159265359r² ¦ 3.1415926536 r^2 ¦ 2pi r ¦ pi r ¦ pi^2 r ¦
      (pi r)^2 ¦ pi ¦ r^2 ¦ pi r^2 + 1e-9 ¦ pi*r^2.0000001`),
    invalid: answers(`pir^2 ¦ pi x^2 ¦ pi R^2 ¦ area ¦ pi r^ ¦ π(r ¦ tau/2 r^2 ¦ 1/2pi r`),
  },
  {
    question: expression('exp(-x^2 / (2 * sigma^2))', { x: { min: -3, max: 3 }, sigma: positive }),
    right: answers(`
      exp(-x^2/(2sigma^2)) ¦ e^(-x²/(2σ²)) ¦ exp(-(x/sigma)^2/2) ¦ exp(-x^2/(2σ^2)) ¦
      exp(-0.5(x/σ)²) ¦ 1/exp(x²/(2σ²)) ¦ sqrt(exp(-(x/σ)^2)) ¦ e^(-1/2 (x/σ)²) ¦
      exp(-½(x/σ)²)`),
    wrong: answers(`
      exp(x^2/(2σ^2)) ¦ exp(-x^2/2*σ^2) ¦ exp(-x^2/σ^2) ¦ exp((-x)^2/(2σ^2)) ¦
      exp(-x^2/(2σ)) ¦ exp(-x^2/2) ¦ exp(-x/(2σ^2)) ¦ -exp(x^2/(2σ^2)) ¦
      exp(-x^2/(2*σ^2))+1e-10`),
    invalid: answers(`
      exp(-x^2/2σ^2) ¦ exp(-x^2/2sigma^2) ¦ exp(-(x-μ)²/(2σ²)) ¦ exp(-x^2/(2s^2)) ¦
      exp(-x^2/(2Σ^2)) ¦ exp -x^2 ¦ e^(-x^2/(2σ^2)`),
  },
  {
    question: expression('x * y', 'x y'),
    right: answers(`
      xy ¦ yx ¦ x*y ¦ x y ¦ x·y ¦ ((x+y)^2-(x-y)^2)/4 ¦ x(y) ¦ (x)(y) ¦ xy^2/y ¦ x/(1/y) ¦
      2xy-yx`),
    wrong: answers(`
      x+y ¦ x/y ¦ x^y ¦ x ¦ y ¦ x-y ¦ xy+1 ¦ -xy ¦ x^2 ¦ xxy ¦ abs(xy) ¦ xy^2 ¦ 2xy ¦ 0`),
    invalid: answers(`
      xz ¦ xyz ¦ x.y ¦ x,y ¦ XY ¦ x:y ¦ x_y ¦ xy( ¦ x@y ¦ dot(x,y) ¦ √xy ¦ xpi ¦ 1/xy`),
  },
  {
    question: expression('p * i', 'p i'),
    right: answers(`p i ¦ p*i ¦ ip ¦ i·p`),
    wrong: answers(`p ¦ i ¦ p+i ¦ 3.14 ¦ p^i ¦ PI*p*i/3 ¦ Pi`),
    invalid: answers(`pi ¦ 2pi/2 ¦ p.i`),
  },
  {
    question: expression('log(x)', { x: positive }),
    right: answers(`
      log(x) ¦ ln(x) ¦ log(x^2)/2 ¦ -log(1/x) ¦ log2(x)*ln(2) ¦ log10(x)/log10(e) ¦
      log(x, e) ¦ log_2(x)/log_2(e) ¦ log₂(x)·ln(2) ¦ log(2x)-log(2) ¦ log(abs(x))`),
    wrong: answers(`
      log10(x) ¦ log2(x) ¦ log(x, 10) ¦ 1/x ¦ exp(x) ¦ log(x)+1 ¦ log(2x) ¦ log(x)^2 ¦
      abs(log(x)) ¦ -log(x) ¦ x-1 ¦ log(x+1) ¦ 2.302585 log10(x)`),
    invalid: answers(`
      log x ¦ ln x ¦ lg(x) ¦ log ¦ log() ¦ log(-x) ¦ log(x ¦ log(y) ¦ log_3(x) ¦ logx ¦
      log|x| ¦ log(0)`),
  },
  {
    question: expression('max(0, x)'),
    right: answers(`
      max(0,x) ¦ max(x, 0) ¦ (x+abs(x))/2 ¦ (abs(x)+x)/2 ¦ -min(0,-x) ¦ max(x,0,-1) ¦
      x*(1+sign(x))/2 ¦ (x+sqrt(x^2))/2`),
    wrong: answers(`
      x ¦ 0 ¦ abs(x) ¦ max(0.01x, x) ¦ min(0,x) ¦ max(1,x) ¦ max(0,-x) ¦ x^2 ¦ max(0.001,x) ¦
      log(1+exp(x)) ¦ max(0, x) + 1e-9 ¦ max(-1e-6, x)`),
    invalid: answers(`
      relu(x) ¦ ReLU(x) ¦ max() ¦ max ¦ max(0;x) ¦ max[0,x] ¦ max{0,x} ¦ max(0,x ¦ max 0 x ¦
      [x]+ ¦ x if x > 0`),
  },
  {
    question: expression('5', {}),
    right: answers(`5 ¦ 5.0 ¦ 10/2 ¦ 2+3 ¦ sqrt(25) ¦ 5e0 ¦ ２+３ ¦ 5*1`),
    wrong: answers(`6 ¦ 5.0000001 ¦ -5 ¦ 4.999999999 ¦ 0 ¦ 50 ¦ 5+1e-12 ¦ 5+1e-17`),
    invalid: answers(`x ¦ 5x ¦ five ¦ 5/0 ¦ 5; ¦ 5 5 ¦ [5] ¦ 5=5 ¦ sqrt(-25)`),
  },
  {
    question: expression('0.30000000000000004 * x_1 + 0', { x_1: positive }),
    right: answers(`0.3 x_1 ¦ 0.3x_1 ¦ 3x_1/10 ¦ 0.3x₁ ¦ 0.3x1 ¦ (0.1+0.2)*x_1`),
    wrong: answers(`0.3000001x_1 ¦ 0.3 ¦ x_1 ¦ 0.3x_1^2 ¦ 3x_1`),
    invalid: answers(`0.3x ¦ 0.3x_2 ¦ 0.3x1_ ¦ 0.3 x 1 ¦ 0.3x₂`),
  },
];
