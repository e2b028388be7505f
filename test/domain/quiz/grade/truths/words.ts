import { cloze, text } from '../build.ts';
import { answers, type Truth } from './truth.ts';

/** Terms in a text of their own or in the blanks of one. */
export const words: Truth[] = [
  {
    question: text('overfitting'),
    right: answers(`
      overfitting ¦ Overfitting ¦ OVERFITTING ¦ over-fitting ¦ over fitting ¦ overfitting. ¦
      ␣overfitting␣ ¦ "overfitting" ¦ the overfitting ¦ over‑fitting ¦ ｏverfitting ¦
      overfitting! ¦ (overfitting) ¦ “overfitting” ¦ Over_fitting ¦ over\u00ADfitting`),
    wrong: answers(`
      underfitting ¦ under-fitting ¦ overfit ¦ fitting ¦ overfiting ¦ ovrfitting ¦ over ¦
      not overfitting ¦ overfitting or underfitting ¦ overfittingg ¦ over/fitting ¦
      no overfitting ¦ overflow ¦ ? ¦ x ¦ -overfitting ¦ 123 ¦ оverfitting`),
    invalid: [...answers(`∅ ¦ ␣ ¦ \u200B ¦ ↵`), 'o'.repeat(2001)],
  },
  {
    question: text('precision'),
    right: answers(`precision ¦ Precision ¦ the precision ¦ precisions ¦ precision,`),
    wrong: answers(`
      recall ¦ accuracy ¦ precison ¦ precise ¦ precision and recall ¦ precision@k ¦
      imprecision ¦ 1 - precision ¦ prescision ¦ average precision ¦ precision-recall ¦
      specificity`),
  },
  {
    question: text('L2 norm', 'Euclidean norm'),
    right: answers(`
      L2 norm ¦ l2 norm ¦ L2-norm ¦ l2norm ¦ the L2 norm ¦ L-2 norm ¦ L₂ norm ¦
      Euclidean norm ¦ euclidean norms ¦ L_2 norm ¦ L 2 norm`),
    wrong: answers(`
      L1 norm ¦ l1-norm ¦ L norm ¦ L2 ¦ norm ¦ L3 norm ¦ L22 norm ¦ L∞ norm ¦
      squared L2 norm ¦ l-1 norm ¦ max norm ¦ Frobenius norm ¦ 2 norm L ¦ L0 norm ¦ L.1 norm`),
  },
  {
    question: text('L2'),
    right: answers(`L2 ¦ l2 ¦ L-2 ¦ L 2 ¦ L₂ ¦ l_2 ¦ L2.`),
    wrong: answers(`L1 ¦ l-1 ¦ L ¦ 2 ¦ L3 ¦ L² ¦ L^2 ¦ 2L ¦ L22 ¦ L2 1 ¦ l2! ¦ I2 ¦ 12`),
  },
  {
    question: text('batch normalization', 'batch norm'),
    right: answers(`
      batch normalization ¦ batch normalisation ¦ Batch-Normalization ¦ batchnorm ¦
      BatchNorm ¦ batch norm ¦ batch-norm ¦ batch normalisations ¦ the batch normalisation ¦
      batch_norm`),
    wrong: answers(`
      layer normalization ¦ layer norm ¦ normalization ¦ batch ¦ batch normal ¦
      mini-batch normalization ¦ batch denormalization ¦ group norm ¦ batch normalize ¦
      instance normalisation ¦ norm batch ¦ bath norm`),
  },
  {
    question: text('optimizer'),
    right: answers(`
      optimizer ¦ optimiser ¦ Optimisers ¦ an optimizer ¦ optimizers ¦ OPTIMISER`),
    wrong: answers(`
      optimize ¦ optimization ¦ optimum ¦ minimizer ¦ optimzer ¦ optimizer step ¦ optimist ¦
      scheduler ¦ pessimizer`),
  },
  {
    question: text('tokenizer'),
    right: answers(`tokenizer ¦ tokeniser ¦ a tokeniser ¦ tokenizers`),
    wrong: answers(`
      token ¦ tokenise ¦ tokenization ¦ detokenizer ¦ tokenzer ¦ stemmer ¦ lemmatizer`),
  },
  {
    question: text('gradient'),
    right: answers(`
      gradient ¦ gradients ¦ the gradient ¦ Gradient ¦ a gradient ¦ 'gradient'`),
    wrong: answers(`
      gradiant ¦ gradent ¦ subgradient ¦ gradient descent ¦ derivative ¦ graident ¦
      gradientt ¦ -gradient ¦ gradients descents ¦ ∇ ¦ Hessian ¦ grad`),
  },
  {
    question: text('minimum'),
    right: answers(`minimum ¦ minima ¦ a minimum ¦ the minimum`),
    wrong: answers(`
      maximum ¦ maxima ¦ min ¦ max ¦ minimun ¦ minimal ¦ saddle point ¦ local minimum ¦
      optimum ¦ -minimum`),
  },
  {
    question: text('max pooling'),
    right: answers(`max pooling ¦ max-pooling ¦ maxpooling ¦ Max Pooling ¦ MaxPooling`),
    wrong: answers(`
      min pooling ¦ min-pooling ¦ average pooling ¦ maxpool ¦ mean pooling ¦ pooling ¦
      max polling ¦ max unpooling`),
  },
  {
    question: text('bias'),
    right: answers(`bias ¦ biases ¦ the bias ¦ Bias ¦ bias.`),
    wrong: answers(`
      bia ¦ variance ¦ basis ¦ unbiased ¦ biased ¦ bias-variance ¦ bases ¦ base ¦ debias`),
  },
  {
    question: text('σ'),
    right: answers(`σ ¦ sigma ¦ Sigma ¦ σ. ¦ \`σ\` ¦ sigma. ¦ "sigma"`),
    wrong: answers(`
      Σ ¦ μ ¦ mu ¦ s ¦ σ² ¦ σ^2 ¦ sigma squared ¦ -σ ¦ 1/σ ¦ ς² ¦ 𝚺 ¦ sigm ¦ sigmaa ¦ a σ ¦
      σ_1`),
  },
  {
    question: text('Σ'),
    right: answers(`Σ ¦ Sigma ¦ Σ. ¦ 𝚺`),
    wrong: answers(`σ ¦ sigma ¦ S ¦ ∑σ ¦ Σ⁻¹ ¦ Σ^-1 ¦ Σ² ¦ Δ ¦ -Σ ¦ μ`),
  },
  {
    question: text('β1'),
    right: answers(`β1 ¦ beta1 ¦ beta 1 ¦ β_1 ¦ β₁ ¦ beta_1 ¦ Beta 1 ¦ β 1`),
    wrong: answers(`
      β2 ¦ beta2 ¦ β ¦ beta ¦ β^1 ¦ 1β ¦ β11 ¦ α1 ¦ beta-1 ¦ β₂ ¦ beta 1 1 ¦ b1`),
  },
  {
    question: text('n - 1'),
    right: answers(`n-1 ¦ n - 1 ¦ n − 1 ¦ N-1 ¦ n–1 ¦ n -1`),
    wrong: answers(`
      n ¦ n+1 ¦ n1 ¦ n 1 ¦ 1-n ¦ n-2 ¦ n--1 ¦ -n-1 ¦ n_1 ¦ n^-1 ¦ n⁻¹ ¦ (n-1)^2 ¦ n-11 ¦ 1 ¦
      m-1 ¦ n-l`),
  },
  {
    question: text('-1'),
    right: answers(`-1 ¦ −1 ¦ - 1 ¦ -1.`),
    wrong: answers(`1 ¦ +1 ¦ --1 ¦ -11 ¦ -.1 ¦ 1- ¦ 0 ¦ -1.0 ¦ -10 ¦ ~1`),
  },
  {
    question: text('n!'),
    right: answers(`n! ¦ N! ¦ n !`),
    wrong: answers(`n ¦ !n ¦ n!! ¦ (n-1)! ¦ n! ! ¦ m! ¦ n1`),
  },
  {
    question: text('O(n^2)'),
    right: answers(`O(n^2) ¦ O(n²) ¦ o(n^2) ¦ O( n^2 ) ¦ O(n ^ 2)`),
    wrong: answers(`
      O(n) ¦ O(n2) ¦ O(2n) ¦ O(2^n) ¦ O(n^3) ¦ n^2 ¦ O(n log n) ¦ Ω(n^2) ¦ Θ(n^2) ¦ O(n)^2 ¦
      O(n^-2) ¦ O(n^22)`),
  },
  {
    question: text('[0, 1]'),
    right: answers(`[0, 1] ¦ [0,1] ¦ [ 0, 1 ] ¦ ［0，1］`),
    wrong: answers(`
      (0, 1) ¦ (0,1] ¦ [0,1) ¦ {0, 1} ¦ 0, 1 ¦ [-1, 1] ¦ [0; 1] ¦ [0 1] ¦ [01] ¦ [0.1] ¦
      [1, 0] ¦ 0 to 1`),
  },
  {
    question: text('WX - b'),
    right: answers(`WX - b ¦ wx − b ¦ WX – b`),
    wrong: answers(`WXb ¦ WX b ¦ WX + b ¦ XW - b ¦ b - WX ¦ WX ¦ W - Xb`),
  },
  {
    question: text('P(A|B)'),
    right: answers(`P(A|B) ¦ P(A | B) ¦ p(a|b)`),
    wrong: answers(
      `P(B|A) ¦ P(AB) ¦ P(A,B) ¦ P(A) ¦ P(B) ¦ P(A|B ¦ P(A)|B ¦ -P(A|B) ¦ P(A||B) ¦ P(A/B)`,
    ),
  },
  {
    question: text('encoder-decoder'),
    right: answers(`
      encoder-decoder ¦ encoder decoder ¦ encoder–decoder ¦ encoder – decoder ¦ Encoder-Decoders ¦
      an encoder-decoder`),
    wrong: answers(`
      decoder-encoder ¦ encoder ¦ decoder ¦ encoder-encoder ¦ decoder-only ¦ encoder + decoder ¦
      encoder/decoder ¦ encoder-decoderr`),
  },
  {
    question: text("f'(x)"),
    right: answers(`f'(x) ¦ f′(x) ¦ f’(x) ¦ F'(x)`),
    wrong: answers(`f(x) ¦ f''(x) ¦ f(x)’ ¦ f(x ¦ df(x) ¦ f'(y) ¦ g'(x)`),
  },
  {
    question: text('B'),
    right: answers(`B ¦ b ¦ B. ¦ ␣b␣`),
    wrong: answers(`A B ¦ AB ¦ a b ¦ the A ¦ B^T ¦ -B ¦ 2B ¦ B! ¦ B' ¦ BB ¦ β ¦ B*`),
  },
  {
    question: text('-log p', 'negative log-likelihood'),
    right: answers(`
      -log p ¦ − log p ¦ -log  P ¦ negative log-likelihood ¦ negative log likelihood ¦
      Negative Loglikelihood ¦ the negative log-likelihood`),
    wrong: answers(`
      log p ¦ log-likelihood ¦ log likelihood ¦ p ¦ -p ¦ -log q ¦ log -p ¦
      positive log-likelihood ¦ negative likelihood ¦ -log(1-p) ¦ 1/log p ¦ -logit p`),
  },
  {
    question: text('nearest neighbour', 'k-NN'),
    right: answers(`
      nearest neighbour ¦ nearest neighbor ¦ nearest-neighbors ¦ Nearest Neighbours ¦ kNN ¦
      k-nn ¦ K NN ¦ knns`),
    wrong: answers(`
      farthest neighbour ¦ neighbour ¦ nearest ¦ CNN ¦ k-means ¦ nn ¦ 1-NN ¦ k+NN ¦
      nearest nieghbour ¦ kn`),
  },
  {
    question: text('[MASK]', 'mask token'),
    right: answers(`[MASK] ¦ [mask] ¦ mask ¦ MASK ¦ mask token ¦ mask-tokens ¦ (MASK)`),
    wrong: answers(`
      [CLS] ¦ unmask ¦ masked ¦ [PAD] ¦ <mask ¦ token ¦ [MASK] [MASK] ¦ task ¦ masc`),
  },
  {
    question: text('0.5'),
    right: answers(`0.5 ¦ 0.5. ¦ ␣0.5`),
    wrong: answers(`5 ¦ .5 ¦ 05 ¦ 0,5 ¦ 0 5 ¦ 0-5 ¦ 0.55 ¦ -0.5 ¦ 1/2 ¦ 50% ¦ 0.5% ¦ 0..5`),
  },
  {
    question: text('matrices'),
    right: answers(`matrices ¦ matrix ¦ the matrix ¦ Matrices`),
    wrong: answers(`vectors ¦ matrixx ¦ matric ¦ metrics ¦ mattress ¦ tensor`),
  },
  {
    question: text("Bayes' theorem", 'Bayes rule'),
    right: answers(`
      Bayes' theorem ¦ Bayes theorem ¦ bayes’ theorem ¦ Bayes rule ¦ Bayes' rule ¦
      the Bayes-rule`),
    wrong: answers(`
      Baye theorem ¦ naive Bayes ¦ Bayes ¦ theorem ¦ Bays theorem ¦ Gauss theorem ¦
      Stokes' theorem ¦ Bayes ruler`),
  },
  {
    question: cloze(['query', 'queries'], ['key'], ['value']),
    right: answers(`
      query; key; value ¦ query↵key↵value ¦ query|key|value ¦ ["query","key","value"] ¦
      Query ; Key ; Value ¦ queries; keys; values ¦ the query; the key; the value ¦
      query;key;value ¦ query\r↵key\r↵value ¦ query ↵ key ↵ value↵`),
    wrong: answers(`
      key; query; value ¦ query; key; values of ¦ query; key; key ¦ q; k; v ¦
      qeury; key; value ¦ query; key; valu ¦ ["query","value","key"] ¦ query; keyed; value ¦
      value|key|query ¦ query; key; -`),
    invalid: answers(`
      ∅ ¦ query ¦ query; key ¦ query; key; value; x ¦ query, key, value ¦ query key value ¦
      query;;value ¦ ;; ¦ ["query","key"] ¦ ["query","","value"] ¦ ["query",["key"],"value"] ¦
      query↵key ¦ query↵↵value ¦ ["query","key",null] ¦ [] ¦ {"1":"query"} ¦
      query; key; value;`),
  },
  {
    question: cloze(['softmax']),
    right: answers(`
      softmax ¦ Softmax ¦ soft-max ¦ soft max ¦ softmax() ¦ ["softmax"] ¦ the softmax ¦
      softmaxes`),
    wrong: answers(`
      sigmoid ¦ max ¦ hardmax ¦ softmin ¦ softmx ¦ softplus ¦ argmax ¦ softmax temperature ¦
      log-softmax ¦ 1`),
    invalid: answers(`
      ∅ ¦ softmax; sigmoid ¦ softmax| ¦ ["softmax","x"] ¦ [] ¦ [[]] ¦ [true] ¦ soft↵max`),
  },
];
