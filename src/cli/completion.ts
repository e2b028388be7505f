/**
 * The shell's side of completion: at each Tab it asks `llmpath complete -- WORDS`, where the last
 * word is the one being typed, and gets one candidate a line with what it is after a tab. Written
 * here because the libraries for it need another package of the shell's or load at every start.
 */
export const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_llmpath() {
  local IFS=$'\\n'
  COMPREPLY=($(llmpath complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
}
complete -F _llmpath -o default llmpath`,
  zsh: `#compdef llmpath
_llmpath() {
  local -a candidates
  local line
  for line in "\${(@f)$(llmpath complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n "$line" ]] && candidates+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  _describe 'llmpath' candidates
}
if [[ "\${funcstack[1]}" == "_llmpath" ]]; then
  _llmpath "$@"
else
  compdef _llmpath llmpath
fi`,
  fish: `complete -c llmpath -f -a '(llmpath complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'`,
};
