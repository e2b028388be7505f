/** How single characters are written in ASCII. Letters get names, operators what looks like them. */
export const ASCII_NAMES: ReadonlyMap<string, string> = new Map(
  `
  α alpha|β beta|γ gamma|δ delta|ϵ eps|ε eps|ζ zeta|η eta|θ theta|ϑ theta|ι iota|κ kappa|ϰ kappa
  λ lambda|μ mu|ν nu|ξ xi|ο o|π pi|ϖ pi|ρ rho|ϱ rho|σ sigma|ς sigma|τ tau|υ upsilon|φ phi|ϕ phi
  χ chi|ψ psi|ω omega|Γ Gamma|Δ Delta|Θ Theta|Λ Lambda|Ξ Xi|Π Pi|Σ Sigma|Υ Upsilon|Φ Phi|Ψ Psi
  Ω Omega|ℓ l|ℏ hbar|ı i|ȷ j|ℵ aleph|℘ P|ℜ Re|ℑ Im|∂ d|∇ grad|∞ inf|∅ {}|∀ for all|∃ exists
  ∄ no|¬ not|⊤ T|⊥ _|_|∠ angle|△ triangle|□ []|■ []|✓ ok|° deg|′ '|″ ''|… ...|⋯ ...|⋮ :|⋱ ...
  − -|± +-|∓ -+|× x|÷ /|⋅ *|· *|∗ *|∘ o|∙ *|• *|⊕ (+)|⊖ (-)|⊗ (x)|⊘ (/)|⊙ .*|∧ and|∨ or
  ∩ intersect|∪ union|∖ \\|⋆ *|⋄ <>|† +|‡ ++|∑ sum|∏ prod|∐ coprod|∫ int|∬ iint|∭ iiint|∮ oint
  ⋂ intersect|⋃ union|⋁ or|⋀ and|⨁ (+)|⨂ (x)|⨀ .*|≤ <=|≥ >=|⩽ <=|⩾ >=|≦ <=|≧ >=|≠ !=|≈ ~=
  ≃ ~=|≅ ~=|∼ ~|≡ ==|∝ prop.to|∈ in|∉ not in|∋ has|⊂ subset|⊃ superset|⊆ subset=|⊇ superset=
  ⊊ subset!=|≪ <<|≫ >>|≺ <|≻ >|⪯ <=|⪰ >=|∣ ||∤ does not divide|∥ |||∦ not |||⊢ |-|⊨ |=|≐ .=
  ≔ :=|≜ :=|≝ :=|≕ =:|→ ->|← <-|↔ <->|⟶ -->|⟵ <--|⟷ <-->|⇒ =>|⇐ <=|⇔ <=>|⟹ ==>|⟸ <==|⟺ <==>
  ↦ |->|⟼ |-->|↑ ^|↓ v|⇑ ^^|⇓ vv|↗ /^|↘ \\v|↪ ->|⇀ ->|↼ <-|⇌ <=>|⇝ ~>|↝ ~>|∴ therefore|∵ because
  ⟨ <|⟩ >|⌊ floor(|⌋ )|⌈ ceil(|⌉ )|⟦ [[|⟧ ]]|‖ |||∶ :|– -|— --|‘ '|’ '|“ "|” "|§ S|£ GBP|€ EUR
  `
    .trim()
    .split(/\|(?=\S )|\n\s*/u)
    .map((pair) => {
      const [character = '', ...name] = pair.split(' ');
      return [character, name.join(' ')] as const;
    }),
);
