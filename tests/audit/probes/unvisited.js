// The visible controls that the keyboard did not stop at. A group of radio buttons has one stop.
() => {
  const controls = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex^='-'])";
  return [...document.querySelectorAll(controls)]
    .filter((one) => !one.matches(":disabled, [type=radio], [tabindex^='-']") && one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => !one.dataset.stop && !walked.passed.has(one))
    .map((one) => one.outerHTML.slice(0, 120));
}
