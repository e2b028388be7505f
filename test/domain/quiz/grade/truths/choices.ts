import { choice, match, open, order, several, trueFalse } from '../build.ts';
import { answers, type Truth } from './truth.ts';

/** Kinds answered with letters and their like. */
export const choices: Truth[] = [
  {
    question: choice('b'),
    right: answers(`
      b ¦ B ¦ b) ¦ B) ¦ (b) ¦ ␣b␣ ¦ b. ¦ b: ¦ "b" ¦ ｂ ¦ Ｂ ¦ 'b' ¦ b↵ ¦ [b] ¦ \u200Bb`),
    wrong: answers(`a ¦ c ¦ d ¦ A ¦ D) ¦ (c) ¦ a. ¦ ｃ`),
    invalid: [
      ...answers(`
      ∅ ¦ ␣ ¦ e ¦ z ¦ 1 ¦ 2 ¦ 02 ¦ 2) ¦ bb ¦ ab ¦ a b ¦ b or c ¦ a,b ¦ option b ¦ true ¦
      none ¦ ? ¦ - ¦ β ¦ б ¦ в ¦ b! ¦ not b ¦ ["b", "c"] ¦ {"b": 1} ¦ __proto__ ¦
      constructor ¦ toString ¦ 0 ¦ -1`),
      'b'.repeat(3000),
    ],
  },
  {
    question: choice('a', 2),
    right: answers(`a ¦ A)`),
    wrong: answers(`b ¦ B`),
    invalid: answers(`c ¦ d ¦ 1 ¦ true ¦ yes ¦ ab`),
  },
  {
    question: several(['a', 'c']),
    right: answers(`
      a c ¦ a,c ¦ ac ¦ c a ¦ ca ¦ a, c ¦ A C ¦ AC ¦ a;c ¦ a and c ¦ a & c ¦ a+c ¦ ["a","c"] ¦
      ["c", "a"] ¦ a c a ¦ aacc ¦ a) c) ¦ a. c. ¦ (a, c) ¦ [a, c] ¦ {a, c} ¦ ␣a  c␣ ¦ a↵c ¦
      ａ，ｃ ¦ ["a","c","a"] ¦ ["A","C"] ¦ a,c, ¦ a > c`),
    wrong: answers(`
      a ¦ c ¦ b ¦ a b c ¦ abc ¦ abcd ¦ b d ¦ none ¦ None ¦ ["a"] ¦ [] ¦ a b ¦ c d ¦ NONE. ¦
      a d ¦ bd`),
    invalid: [
      ...answers(`
      ∅ ¦ ␣ ¦ e ¦ a e ¦ ace ¦ all ¦ 1 3 ¦ 13 ¦ a1 ¦ a-c ¦ a/c ¦ a|c ¦ none a ¦ nothing ¦
      a or c ¦ not b ¦ ["a","e"] ¦ ["a",1] ¦ {"a":true} ¦ [["a","c"]] ¦ a=c ¦ a..c ¦ true ¦
      [null] ¦ and ¦ , ¦ () ¦ ["none"] ¦ a c? ¦ " ¦ __proto__`),
      'ac'.repeat(1001),
    ],
  },
  {
    question: several([]),
    right: answers(`none ¦ None ¦ NONE ¦ ␣none␣ ¦ [] ¦ none.`),
    wrong: answers(`a ¦ abcd ¦ b c ¦ ["a"] ¦ a, b, c, d`),
    invalid: answers(`∅ ¦ - ¦ 0 ¦ no ¦ n ¦ nil ¦ null ¦ nothing ¦ () ¦ {} ¦ none of them`),
  },
  {
    question: several(['a', 'b', 'c'], 3),
    right: answers(`
      abc ¦ a b c ¦ c, b, a ¦ ["b","a","c"] ¦ cba ¦ a and b and c ¦ a, b and c`),
    wrong: answers(`ab ¦ a ¦ none ¦ bc ¦ a c`),
    invalid: answers(`abcd ¦ all ¦ a-c ¦ a to c ¦ everything ¦ *`),
  },
  {
    question: trueFalse(true),
    right: answers(`
      true ¦ t ¦ T ¦ True ¦ TRUE ¦ yes ¦ y ¦ Y ¦ YES ¦ ␣true␣ ¦ true. ¦ ｔｒｕｅ ¦ Yes! ¦ tRuE`),
    wrong: answers(`false ¦ f ¦ F ¦ False ¦ no ¦ n ¦ N ¦ NO ¦ no. ¦ FALSE`),
    invalid: answers(`
      ∅ ¦ 1 ¦ 0 ¦ wahr ¦ vrai ¦ ja ¦ tr ¦ yeah ¦ maybe ¦ true false ¦ not true ¦ yes and no ¦
      ok ¦ - ¦ correct ¦ wrong ¦ ye ¦ tt ¦ [true] ¦ null ¦ !f ¦ truee ¦ yes?`),
  },
  {
    question: trueFalse(false),
    right: answers(`false ¦ f ¦ no ¦ n ¦ F ¦ No.`),
    wrong: answers(`true ¦ t ¦ yes ¦ y ¦ True`),
    invalid: answers(`0 ¦ falsch ¦ nope ¦ not ¦ none ¦ nein ¦ null ¦ undefined ¦ NaN`),
  },
  {
    question: open(),
    right: answers(`3 ¦ 4 ¦ ␣3␣ ¦ ４`),
    wrong: answers(`1 ¦ 2 ¦ ２`),
    invalid: answers(`
      ∅ ¦ 0 ¦ 5 ¦ -1 ¦ 3.5 ¦ 3/4 ¦ good ¦ three ¦ 34 ¦ 1e0 ¦ 4.0 ¦ +3 ¦ [3] ¦ NaN ¦ easy ¦
      3 4 ¦ 10 ¦ true`),
  },
];

/** Orders and matches. */
export const arrangements: Truth[] = [
  {
    question: order(['c'], ['a'], ['b']),
    right: answers(`
      c a b ¦ c,a,b ¦ cab ¦ CAB ¦ C A B ¦ c, a, b ¦ c > a > b ¦ c -> a -> b ¦ c → a → b ¦
      c->a->b ¦ ["c","a","b"] ¦ c;a;b ¦ (c, a, b) ¦ [c, a, b] ¦ c) a) b) ¦ c↵a↵b ¦ ｃ ａ ｂ ¦
      c ab ¦ ␣cab␣ ¦ c => a => b ¦ c. a. b. ¦ ["C","A","B"]`),
    wrong: answers(`
      a b c ¦ abc ¦ b a c ¦ bac ¦ c b a ¦ a c b ¦ acb ¦ ["a","b","c"] ¦ b c a ¦ c>b>a ¦ bca`),
    invalid: answers(`
      ∅ ¦ c ¦ c a ¦ ca ¦ c a b a ¦ caba ¦ c a a ¦ ccc ¦ c a b d ¦ cabd ¦ d ¦ 1 2 3 ¦ 312 ¦
      c < a < b ¦ c=a=b ¦ c-a-b ¦ ["c","a"] ¦ ["c","a","b","b"] ¦ ["c","a",2] ¦
      {"c":1,"a":2,"b":3} ¦ c a b! ¦ none ¦ c,a,b,? ¦ [["c","a","b"]] ¦ cab cab ¦ x ¦
      __proto__ ¦ [null, "a", "b"] ¦ c/a/b`),
  },
  {
    question: order(['a'], ['b', 'd'], ['c']),
    right: answers(`
      a b d c ¦ a d b c ¦ abdc ¦ adbc ¦ ["a","d","b","c"] ¦ a, b, d, c ¦ A > D > B > C`),
    wrong: answers(`
      b a d c ¦ a b c d ¦ a c b d ¦ b d a c ¦ a c d b ¦ c b d a ¦ d a b c ¦ abcd ¦ c d b a`),
    invalid: answers(`a b c ¦ a b d d ¦ a bd=c ¦ a {b d} c ¦ abddc ¦ a b=d c`),
  },
  {
    question: order(['a', 'b', 'c']),
    right: answers(`a b c ¦ cba ¦ bac ¦ b,c,a`),
    invalid: answers(`ab ¦ aab ¦ abcc ¦ a b`),
  },
  {
    question: order(['q1'], ['q10'], ['q2']),
    right: answers(`q1 q10 q2 ¦ Q1, Q10, Q2 ¦ q1 > q10 > q2 ¦ ["q1","q10","q2"]`),
    wrong: answers(`q1 q2 q10 ¦ q10 q1 q2 ¦ q2,q10,q1`),
    invalid: answers(`q1q10q2 ¦ q1 q10 ¦ 1 10 2 ¦ q1 q10 q2 q1 ¦ q1 q10 q3`),
  },
  {
    question: match({ a: '2', b: '1', c: '3' }),
    right: answers(`
      a2 b1 c3 ¦ a-2 b-1 c-3 ¦ a=2,b=1,c=3 ¦ a2b1c3 ¦ A2 B1 C3 ¦ a:2, b:1, c:3 ¦ a→2 b→1 c→3 ¦
      a->2 b->1 c->3 ¦ c3 b1 a2 ¦ a 2 b 1 c 3 ¦ a2,b1,c3 ¦ a2; b1; c3 ¦ a = 2, b = 1, c = 3 ¦
      {"a":"2","b":"1","c":"3"} ¦ {"a":2,"b":1,"c":3} ¦ {"c":"3","a":"2","b":"1"} ¦
      a2↵b1↵c3 ¦ a) 2 b) 1 c) 3 ¦ ａ２ ｂ１ ｃ３ ¦ a–2 b–1 c–3 ¦ {"A":"2","B":"1","C":"3"} ¦
      a=>2 b=>1 c=>3 ¦ ␣a2  b1  c3␣ ¦ a2, b1, c3,`),
    wrong: answers(`
      a1 b2 c3 ¦ a2 b2 c3 ¦ a3 b1 c2 ¦ a1b1c1 ¦ {"a":"1","b":"2","c":"3"} ¦ a2 b3 c1 ¦
      c2 a3 b1 ¦ {"a":1,"b":1,"c":1}`),
    invalid: answers(`
      ∅ ¦ a2 ¦ a2 b1 ¦ a2 b1 c ¦ a2 b1 c4 ¦ a2 b1 d3 ¦ a2 b1 c3 a2 ¦ a2 a1 b1 c3 ¦ 2a 1b 3c ¦
      213 ¦ 2 1 3 ¦ abc ¦ a2 b1 c33 ¦ a2 b1 c- ¦ a2+b1+c3 ¦ {"a":"2"} ¦
      {"a":"2","b":"1","c":"4"} ¦ {"a":"2","b":"1","c":"3","d":"1"} ¦
      {"__proto__":"2","b":"1","c":"3"} ¦ ["2","1","3"] ¦ {} ¦ [] ¦ a2 b1 c3! ¦ none ¦
      {"a":["2"],"b":"1","c":"3"} ¦ {"a":null,"b":"1","c":"3"} ¦ {"a":"2","b":"1","c":"3" ¦
      a--2 b1 c3 ¦ a2 b1 c3 d ¦ a<2 b<1 c<3 ¦ {"constructor":"1"} ¦ a2 x b1 c3`),
  },
  {
    question: match({ a: '1', b: '12' }, ['2']),
    right: answers(`a1 b12 ¦ a1b12 ¦ b12 a1 ¦ {"a":1,"b":12} ¦ a-1, b-12`),
    wrong: answers(`a12 b1 ¦ a1 b2 ¦ a1 b1 ¦ a2 b12 ¦ a12b12`),
    invalid: answers(`a1 ¦ a1 b3 ¦ a1 b122 ¦ a112 ¦ a1 2 ¦ a11 b2 ¦ a1 b1 2`),
  },
];
