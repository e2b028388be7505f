import { exact, number, share, unit, within } from '../build.ts';
import { answers, type Truth } from './truth.ts';

const memory = unit('GB', { GB: 1, MB: 0.001, TB: 1000, gigabytes: 1, bytes: 1e-9 });
const required = unit('ms', { ms: 1, s: 1000, µs: 0.001, seconds: 1000 }, true);

/** Percentages and units. */
export const units: Truth[] = [
  {
    question: number(0.5, exact, { percent: true }),
    right: answers(`
      50% ¦ 50 % ¦ 0.5 ¦ 1/2 ¦ 50.0% ¦ ５０％ ¦ 50,0% ¦ +50% ¦ 5e1% ¦ 50 percent ¦ 50 per cent ¦
      .5`),
    wrong: answers(`
      50 ¦ 0.5% ¦ 5% ¦ 500% ¦ -50% ¦ 0.05 ¦ 51% ¦ 50.1% ¦ 0.005 ¦ 49.999% ¦ 5`),
    invalid: answers(`
      % ¦ % 50 ¦ 50%% ¦ 1/2% ¦ 50% 50% ¦ 50%5 ¦ sqrt(2)% ¦ 50 pc ¦ 50‰ ¦ 1,234% ¦ half ¦
      50%-`),
  },
  {
    question: number(0.07, within(0.005), { percent: true }),
    right: answers(`7% ¦ 7.5% ¦ 6.5% ¦ 0.07 ¦ 0.075 ¦ 0.065 ¦ 7,2% ¦ 7/100 ¦ 1/14`),
    wrong: answers(`7 ¦ 7.51% ¦ 6.49% ¦ 70% ¦ 0.7 ¦ 0.7% ¦ 0.0751 ¦ 8% ¦ -7% ¦ 700%`),
  },
  {
    question: number(16, exact, { unit: memory }),
    right: answers(`
      16 ¦ 16 GB ¦ 16GB ¦ 16.0 GB ¦ 16000 MB ¦ 16000MB ¦ 0.016 TB ¦ 1.6e4 MB ¦ 16 gigabytes ¦
      16 Gigabytes ¦ 16000000000 bytes ¦ 1.6×10^10 bytes ¦ 32/2 GB ¦ 16\u00A0GB ¦ １６ GB ¦
      16,000.0 MB ¦ 16 000 MB`),
    wrong: answers(`
      16 MB ¦ 16 TB ¦ 16 bytes ¦ 1.6 GB ¦ 160 GB ¦ 16000 ¦ 16000 GB ¦ 0.016 ¦ -16 GB ¦ 15 GB ¦
      0.016 MB`),
    invalid: answers(`
      GB ¦ 16 gb ¦ 16 Gb ¦ 16 mb ¦ 16 Mb ¦ 16 KB ¦ 16 GiB ¦ 16 G ¦ 16 GB GB ¦ 16 GBs ¦
      16,000 MB ¦ 16 % GB ¦ 16 GB/s ¦ sixteen GB`),
  },
  {
    question: number(5, share(0.02), { unit: required }),
    right: answers(`
      5 ms ¦ 5ms ¦ 0.005 s ¦ 5000 µs ¦ 5000 μs ¦ 5.1 ms ¦ 4.9 ms ¦ 0.0051s ¦ 5e-3 s ¦
      1/200 s ¦ .005 seconds ¦ 5,05 ms ¦ 5 000 µs`),
    wrong: answers(`
      5 s ¦ 0.005 ms ¦ 5 µs ¦ 5000 ms ¦ 5.11 ms ¦ 4.89 ms ¦ 0.0052 s ¦ 50 ms ¦ -5 ms ¦
      5 seconds ¦ 5 SECONDS ¦ 0 ms`),
    invalid: answers(`
      5 ¦ 0.005 ¦ 1/200 ¦ (5) ¦ ms ¦ 5 m ¦ 5 MS ¦ 5 mS ¦ 5 S ¦ 5 sec ¦ 5 us ¦ 5 msms ¦
      5 ms s ¦ s 5 ¦ 5,000 µs ¦ NaN ms ¦ 1e309 ms`),
  },
  {
    question: number(2, exact, { unit: unit('bits', { bit: 1, nats: 1 / Math.LN2 }) }),
    right: answers(`
      2 ¦ 2 bits ¦ 2 bit ¦ 2bits ¦ log2(4) bits ¦ log(4) nats ¦ 2*log(2) nats`),
    wrong: answers(`2 nats ¦ 1 bit ¦ 1.386 nats ¦ 4 bits ¦ -2 bits ¦ 3`),
    invalid: answers(`bits ¦ 2 b ¦ 2 BIT ¦ 2 nat ¦ 2 bits bits ¦ 2 bytes ¦ two bits`),
  },
  {
    question: number(30, share(0.05), { unit: unit('$', { $: 1, USD: 1, cents: 0.01 }) }),
    right: answers(`
      30 ¦ $30 ¦ 30 $ ¦ $ 30 ¦ 30 USD ¦ 30USD ¦ 3000 cents ¦ 31.5 USD ¦ $28.5 ¦ $30.00`),
    wrong: answers(`$32 ¦ 30 cents ¦ 3000 ¦ $3 ¦ $-30 ¦ 28.4 USD ¦ 31.6`),
    invalid: answers(`€30 ¦ 30 EUR ¦ $ ¦ $$30 ¦ 30 dollars ¦ $30 cents and`),
  },
  {
    question: number(3, exact, { unit: unit('m/s^2', { 'm/s^2': 1 }) }),
    right: answers(`3 ¦ 3 m/s^2 ¦ 3 m/s² ¦ 3m/s² ¦ 6/2 m/s^2`),
    wrong: answers(`2 m/s^2 ¦ -3 m/s² ¦ 30 ¦ 0.3 m/s^2`),
    invalid: answers(`3 m/s ¦ 3 m ¦ 3 s ¦ 3 m/s^3 ¦ m/s^2`),
  },
];
