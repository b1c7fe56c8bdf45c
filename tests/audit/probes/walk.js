// Watches where the keyboard stops: keeps what `stop` finds wrong there, and one element of each kind whose look is not known yet.
(stop, kind, known) => {
  const seen = new Set(known);
  const walked = { faults: [], elements: [], looks: [], isOver: false };
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
