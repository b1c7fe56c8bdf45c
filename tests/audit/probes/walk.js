// Watches where the keyboard stops: keeps what `stop` finds wrong there, and one element of each kind whose look is not known yet.
// A script may lead the focus on before the key is up: where it was let in counts as a stop too, where it was thrown out does not.
(stop, kind, known) => {
  const seen = new Set(known);
  const walked = { faults: [], elements: [], looks: [], passed: new Set(), isOver: false };
  addEventListener("focusin", ({ target }) => {
    if (target === document.activeElement) walked.passed.add(target);
  });
  addEventListener("keyup", () => {
    if (walked.isOver) return;
    const told = stop();
    if (told === null) walked.isOver = true;
    else if (told) walked.faults.push(told);
    else if (!seen.has(kind())) {
      seen.add(kind());
      walked.elements.push(document.activeElement);
      walked.looks.push(kind());
    }
  }, true);
  window.walked = walked;
}
