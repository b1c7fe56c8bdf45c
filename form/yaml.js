// What the form uses of npm `yaml`: reading with the place of every value. Writing is our own (yaml-text.js).
export { isMap, isScalar, isSeq, parseDocument } from "yaml";
