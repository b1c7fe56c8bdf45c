// Handing in on one's own computer: the whole check, its messages at their fields, saving, and what comes after that.
import { make } from "./elements.js";
import { theirsBesideMine } from "./local-conflict.js";
import { clearFaults, faultsAt } from "./local-faults.js";
import { nextSteps } from "./local-next.js";
import { check, save } from "./local-server.js";
import { speaker } from "./local-words.js";

const PATIENCE = 700;
/** @typedef {import("./record-text.js").Change} Change */

const wait = (milliseconds) => new Promise((done) => {
  setTimeout(done, milliseconds, null);
});
const styled = () => {
  const address = new URL("./local.css", import.meta.url).href;
  if (!document.querySelector(`link[href="${address}"]`)) document.head.append(make("link", { rel: "stylesheet", href: address }));
};

class Saving {
  constructor(changes, context) {
    this.changes = changes;
    this.context = { ...context, kind: changes[0]?.kind, id: changes[0]?.id };
    this.say = speaker(context.words);
    this.status = make("p", { class: "local-status", role: "status" });
    this.told = make("div", { class: "local-told" });
    this.button = make("button", { type: "button", class: "button", click: () => this.press() }, this.say("save"));
    this.after = make("div");
    context.root.classList.add("local");
    context.root.replaceChildren(make("h2", {}, this.say("title")), this.status, this.told, make("p", {}, this.button), this.after);
  }

  /** Asks for the whole check and tells what it finds. */
  begin() {
    clearFaults();
    this.told.replaceChildren();
    this.status.textContent = this.say("checking");
    this.patience = wait(PATIENCE);
    this.checked = this.asked(() => check(this.changes)).then((found) => this.tell(found));
    return this.checked;
  }

  async asked(question) {
    try {
      return await question();
    } catch {
      return { message: this.say("failed") };
    }
  }

  tell(found) {
    if (found.message) return this.refuse(found.message);
    if (found.conflicts) return this.conflict(found.conflicts);
    this.found = found;
    const { errors, advice, others } = found;
    this.status.textContent = [this.note, this.say(errors ? "wrong" : "right"), advice ? this.say("advice", { count: advice }) : "", others ? this.say("others", { count: others }) : ""].filter(Boolean).join(" ");
    this.told.replaceChildren(...faultsAt(found.problems, { ...this.context, changes: this.changes }, this.say));
    if (errors && !this.isSaved) this.button.textContent = this.say("save_anyway");
    if (errors) this.told.querySelector("[role=alert]")?.focus();
    return found;
  }

  refuse(message) {
    this.status.textContent = "";
    this.told.replaceChildren(make("p", { class: "notice", role: "alert" }, message));
    return { errors: 0 };
  }

  // Saves, unless the check finds something wrong in the time that a person does not notice; it can be saved all the same then.
  async press() {
    if (this.button.disabled) return;
    const isWished = this.found?.errors > 0;
    const found = isWished ? this.found : await Promise.race([this.checked, this.patience]);
    if (!isWished && (found?.errors || found?.conflicts)) return;
    await this.write();
  }

  async write() {
    this.button.disabled = true;
    const answer = await this.asked(() => save(this.changes));
    this.button.disabled = false;
    if (answer.message) this.refuse(answer.message);
    else if (answer.conflicts) this.conflict(answer.conflicts);
    else await this.done(answer.files);
  }

  async done(files) {
    this.isSaved = true;
    this.button.parentElement.remove();
    const head = make("h2", { tabindex: "-1" }, this.say("saved"));
    this.after.replaceChildren(head, ...nextSteps(files, this.changes, this.context, this.say));
    this.context.saved?.();
    head.focus();
  }

  // What both changed in other fields is put together; of the same field somebody has to choose.
  conflict(conflicts) {
    clearFaults();
    this.status.textContent = "";
    const choose = (chosen, note = "") => {
      this.note = note;
      this.button.hidden = false;
      this.changes = this.changes.map((change) => chosen.get(`${change.kind}/${change.id}/${change.file}`) ?? change);
      this.told.replaceChildren();
      return this.begin();
    };
    const shown = theirsBesideMine(conflicts, choose, this.context, this.say);
    if (shown) this.told.replaceChildren(shown);
    this.button.hidden = Boolean(shown);
    shown?.focus();
    return { conflicts };
  }
}

/** Checks the changes and offers to save them, in `context.root`. @param {Change[]} changes @param {any} context */
export function handIn(changes, context) {
  styled();
  new Saving(changes, context).begin();
}
