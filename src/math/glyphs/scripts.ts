const pairs = (from: string, to: string): Map<string, string> => {
  const targets = [...to];
  return new Map([...from].map((c, i) => [c, targets[i] ?? c]));
};

const SUPERSCRIPTS = pairs(
  '0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθφϕχℓ⊤′∗*⋆†‡∘°',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᵠᵠᵡˡᵀ′***†‡°°',
);

const SUBSCRIPTS = pairs(
  '0123456789+−=()aehijklmnoprstuvxβγρφϕχ',
  '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪ',
);

/** Longer rows of small characters are hard to read on a terminal. */
const LONGEST = 5;

function through(table: ReadonlyMap<string, string>, text: string): string | null {
  const characters = [...text];
  if (characters.length > LONGEST) return null;
  const small = characters.map((character) => table.get(character));
  return small.includes(undefined) ? null : small.join('');
}

export const superscript = (text: string): string | null => through(SUPERSCRIPTS, text);
export const subscript = (text: string): string | null => through(SUBSCRIPTS, text);
