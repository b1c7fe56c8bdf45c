// Of which kind the element with the focus is. Two look alike when they and all around them are of the same kind: the same style makes
// the same ring.
() => {
  const kinds = [];
  for (let one = document.activeElement; one; one = one.parentElement) kinds.push([one.localName, ...one.classList].join("."));
  return kinds.join(" < ");
}
