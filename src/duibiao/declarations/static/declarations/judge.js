// The sheet by keyboard: arrows and Enter move, a block from Excel pastes over cells, Ctrl+Z takes
// it back, and what was typed survives a closed window. Without this file the form still works.
"use strict";

(() => {
  const form = document.getElementById("sheet");
  if (!form) return;
  const FIELDS = ["text", "unit", "method"];
  const draftKey = `duibiao-draft-${form.dataset.scheme}`;
  const undoStack = [];

  const cell = (field, row) => form.elements[`${field}-${row}`];
  const position = (input) => {
    const [field, row] = (input.name || "").split("-");
    return FIELDS.includes(field) ? { field, row: Number(row) } : null;
  };
  const refill = () => form.dispatchEvent(new Event("refill", { bubbles: true }));

  const snapshot = () => {
    const values = {};
    for (const element of form.elements) {
      if (/^(text|unit|method|case|basis)-\d+$|^plan_months$/.test(element.name)) {
        values[element.name] = element.value;
      }
    }
    return values;
  };
  const restore = (values) => {
    for (const [name, value] of Object.entries(values)) {
      if (form.elements[name]) form.elements[name].value = value;
    }
    refill();
  };

  const move = (input, rows) => {
    const at = position(input);
    const next = at && cell(at.field, at.row + rows);
    if (next) { next.focus(); next.select(); }
    return Boolean(next);
  };

  form.addEventListener("keydown", (event) => {
    const at = position(event.target);
    if (event.key === "z" && (event.ctrlKey || event.metaKey) && undoStack.length) {
      event.preventDefault();
      restore(undoStack.pop());
      return;
    }
    if (!at || event.isComposing) return;
    if (event.key === "Enter" || event.key === "ArrowDown") {
      event.preventDefault();
      move(event.target, 1);
    } else if (event.key === "ArrowUp") {
      event.preventDefault();
      move(event.target, -1);
    } else if (event.key === "Escape") {
      event.target.value = event.target.defaultValue;
      refill();
    }
  });

  form.addEventListener("paste", (event) => {
    const at = position(event.target);
    const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
    if (!at || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    undoStack.push(snapshot());
    const first = FIELDS.indexOf(at.field);
    text.split("\n").forEach((line, n) => {
      line.split("\t").forEach((value, m) => {
        const target = FIELDS[first + m] && cell(FIELDS[first + m], at.row + n);
        if (!target) return;
        target.value = value.trim();
        target.classList.add("just-pasted");
        setTimeout(() => target.classList.remove("just-pasted"), 2000);
      });
    });
    refill();
  });

  // A name that may mean several indicators: the person chooses, the row is filled.
  document.querySelectorAll("[data-choose]").forEach((button) =>
    button.addEventListener("click", () => {
      undoStack.push(snapshot());
      const row = button.dataset.choose;
      for (const field of FIELDS) {
        if (button.dataset[field]) cell(field, row).value = button.dataset[field];
      }
      button.closest("li").remove();
      cell("text", row).focus();
      refill();
    }));

  const keepDraft = () => {
    try {
      localStorage.setItem(draftKey, JSON.stringify(snapshot()));
    } catch (problem) {
      // A private window has no storage: the page works on without the draft.
    }
  };
  form.addEventListener("input", keepDraft);
  form.addEventListener("refill", keepDraft);

  const offerDraft = () => {
    const untouched = !Array.from(form.elements).some((e) => /^text-/.test(e.name) && e.value);
    const notice = document.getElementById("draft-notice");
    const stored = localStorage.getItem(draftKey);
    if (!untouched || !notice || !stored || !/"text-\d+":"[^"]/.test(stored)) return;
    notice.hidden = false;
    notice.querySelector("[data-restore]").addEventListener("click", () => {
      restore(JSON.parse(stored));
      notice.hidden = true;
    });
    notice.querySelector("[data-forget]").addEventListener("click", () => {
      localStorage.removeItem(draftKey);
      notice.hidden = true;
    });
  };
  try {
    offerDraft();
  } catch (problem) {
    // No storage: nothing to offer.
  }

  document.querySelectorAll("[data-print]").forEach((button) =>
    button.addEventListener("click", () => window.print()));
})();
