// The editor of a scheme: a cell is saved when it is left and read while it is typed; Enter and
// arrows move, Alt+arrows move a row, Ctrl+Enter adds one, a block from Excel pastes over cells.
// Without this file every row has its own button.
"use strict";

(() => {
  const editor = document.getElementById("editor");
  const parts = document.getElementById("parts");
  if (!editor || parts.closest("fieldset").disabled) return;
  editor.classList.add("has-script");
  const state = document.getElementById("state");
  const told = document.getElementById("told");
  const token = () => parts.querySelector("[name=csrfmiddlewaretoken]").value;
  const version = () => document.querySelector("[data-version]").value;
  const valueOf = (input) => (input.type === "checkbox" ? (input.checked ? "on" : "") : input.value);
  const seenBy = (input) => input.parentElement.querySelector("[type=hidden]");
  const saidBy = (input) => input.parentElement.querySelector(".said");
  const isCell = (element) => element.matches && element.matches("[data-cell]");

  const post = async (address, fields) => {
    const body = new URLSearchParams({ csrfmiddlewaretoken: token(), ...fields });
    const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" } });
    return answer.json();
  };

  const tell = (texts) => {
    told.textContent = "";
    for (const text of texts || []) {
      const line = document.createElement("p");
      line.className = "notice problem-error";
      line.textContent = text;
      told.append(line);
    }
  };

  const showSum = (sum) => {
    const shown = document.getElementById("sum");
    shown.textContent = sum;
    shown.classList.toggle("is-short", sum !== "100");
  };

  const takeOver = (answer) => {
    if (answer.version) document.querySelectorAll("[data-version]").forEach((e) => { e.value = answer.version; });
    if (answer.sum !== undefined) showSum(answer.sum);
    if (answer.missing !== undefined) {
      const box = document.getElementById("missing");
      const open = box.querySelector("details")?.open;
      box.innerHTML = answer.missing;
      const fresh = box.querySelector("details");
      if (open && fresh) fresh.open = true;
    }
  };

  // One request at a time: what is saved later is saved on top of what was saved before.
  let waiting = Promise.resolve();
  let open = 0;
  const inTurn = (work) => {
    open += 1;
    state.textContent = editor.dataset.saving;
    waiting = waiting.then(work).then(
      () => { open -= 1; if (!open) state.textContent = editor.dataset.saved; },
      () => { open -= 1; state.textContent = editor.dataset.failed; });
    return waiting;
  };

  const showRead = (input, said) => {
    const place = saidBy(input);
    place.textContent = said.read || "";
    place.classList.toggle("unread", Boolean(said.unread));
  };

  // Somebody else wrote here: both values, and which one to keep.
  const showChoice = (input, cell) => {
    const place = saidBy(input);
    place.textContent = "";
    const line = document.createElement("span");
    line.className = "found";
    line.textContent = cell.said;
    const button = (words, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "button small";
      made.textContent = words;
      made.addEventListener("click", act);
      return made;
    };
    place.append(line,
      button(editor.dataset.mine, () => { seenBy(input).value = cell.present; save([input]); }),
      button(editor.dataset.theirs, () => {
        setValue(input, cell.present);
        seenBy(input).value = cell.present;
        input.classList.remove("is-wrong-cell");
        place.textContent = "";
        input.focus();
      }));
  };

  const settle = (input, cell) => {
    if (!cell) return;
    input.classList.toggle("is-wrong-cell", cell.state !== "saved");
    if (cell.state === "saved") {
      seenBy(input).value = cell.value;
      if (document.activeElement !== input) setValue(input, cell.value);
      input.classList.add("is-saved");
      setTimeout(() => input.classList.remove("is-saved"), 1500);
      showRead(input, cell);
    } else if (cell.state === "changed") {
      showChoice(input, cell);
    } else {
      saidBy(input).textContent = "";
      const line = document.createElement("span");
      line.className = "found";
      line.textContent = cell.said;
      saidBy(input).append(line);
    }
  };

  const save = (inputs) => {
    const changed = inputs.filter((input) => valueOf(input) !== seenBy(input).value);
    if (!changed.length) return waiting;
    return inTurn(async () => {
      const fields = {};
      for (const input of changed) {
        fields[input.name] = valueOf(input);
        fields[`was:${input.name}`] = seenBy(named(input.name) || input).value;
      }
      const answer = await post(editor.dataset.cells, fields);
      takeOver(answer);
      tell(answer.said);
      for (const input of changed) settle(named(input.name) || input, answer.cells && answer.cells[input.name]);
      // Names and numbers are shown elsewhere too.
      const renamed = changed.some((input) => /\/(name|number|unit|parent|direction)$/.test(input.name));
      if (renamed && answer.cells) await refresh();
    });
  };

  const refocus = (id) => {
    const found = id && document.getElementById(id);
    if (found) { found.focus(); if (found.select) found.select(); }
  };

  const unsaved = () => [...parts.querySelectorAll("[data-cell]")].filter((input) => valueOf(input) !== seenBy(input).value);
  const named = (name) => [...parts.querySelectorAll("[data-cell]")].find((input) => input.name === name);
  const setValue = (input, value) => { if (input.type === "checkbox") input.checked = value === "on"; else input.value = value; };

  // The tables anew; what was typed meanwhile stays typed, and the cursor where it was.
  const replaceParts = (html, id) => {
    const held = document.activeElement;
    const start = held && held.id === id ? held.selectionStart : null;
    const typed = unsaved().map((input) => [input.name, valueOf(input)]);
    parts.innerHTML = html;
    const found = typed.map(([name, value]) => { const input = named(name); if (input) setValue(input, value); return input; });
    refocus(id);
    const again = id && document.getElementById(id);
    if (again && start !== null && again.setSelectionRange) again.setSelectionRange(start, start);
    save(found.filter((input) => input && input !== document.activeElement));
  };

  const refresh = async () => {
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (parts.querySelector(".is-wrong-cell")) return; // what was refused stays with its reason
    replaceParts(page.getElementById("parts").innerHTML, document.activeElement && document.activeElement.id);
  };

  const perform = (address, fields, column) => {
    save(unsaved());
    return inTurn(async () => {
      const answer = await post(address, { ...fields, version: version() });
      takeOver(answer);
      tell(answer.said);
      if (answer.parts === undefined) return;
      replaceParts(answer.parts, null);
      if (answer.focus) refocus(`${answer.focus}-${column || { i: "name", s: "title", t: "task" }[answer.focus[0]]}`);
    });
  };

  const column = (input) => input.name.split("/").pop();
  const operate = (row, verb, input) => {
    const thing = row.dataset.thing;
    if (!thing) return;
    const id = encodeURIComponent(row.dataset.row);
    perform(editor.dataset.do, { op: `${thing}.${verb.replace("ID", id)}` }, input && column(input));
  };

  // A text is saved when it is left, a choice when it is made.
  parts.addEventListener("focusout", (event) => { if (isCell(event.target)) save([event.target]); });
  parts.addEventListener("change", (event) => {
    if (isCell(event.target) && (event.target.type === "checkbox" || event.target.tagName === "SELECT")) save([event.target]);
  });

  let reading;
  parts.addEventListener("input", (event) => {
    const input = event.target;
    if (!isCell(input)) return;
    if (column(input) === "weight") {
      const all = [...parts.querySelectorAll(".field-weight")].map((e) => Number(e.value.replace("%", "")) || 0);
      showSum(String(Math.round(all.reduce((a, b) => a + b, 0) * 1e6) / 1e6));
    }
    if (!("reads" in input.dataset)) return;
    clearTimeout(reading);
    reading = setTimeout(async () => {
      const typed = input.value;
      const said = await post(editor.dataset.read, { key: input.name, value: typed });
      if (input.value === typed && !input.classList.contains("is-wrong-cell")) showRead(input, said);
    }, 250);
  });

  const beside = (input, rows, columns) => {
    const cells = (row) => [...row.querySelectorAll("[data-cell]")];
    const row = input.closest("tr");
    const all = [...row.closest("tbody").rows];
    const next = all[all.indexOf(row) + rows];
    if (!next) return null;
    return cells(next)[cells(row).indexOf(input) + columns] || null;
  };
  const go = (target) => { if (target) { target.focus(); if (target.select) target.select(); } return Boolean(target); };
  const atEdge = (input, forward) => input.type === "checkbox" || input.tagName === "SELECT" ||
    (forward ? input.selectionEnd === input.value.length : input.selectionStart === 0);

  parts.addEventListener("keydown", (event) => {
    const input = event.target;
    if (!isCell(input) || event.isComposing) return;
    const row = input.closest("tr");
    if (!row) return;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      operate(row, `move/ID/${event.key === "ArrowUp" ? -1 : 1}`, input);
    } else if (event.ctrlKey && event.key === "Enter") {
      event.preventDefault();
      if (row.dataset.thing === "standard") document.getElementById("new-standard").focus();
      else operate(row, "add/ID");
    } else if (event.key === "Enter" || (event.key === "ArrowDown" && input.tagName !== "SELECT")) {
      event.preventDefault();
      if (!go(beside(input, 1, 0))) save([input]);
    } else if (event.key === "ArrowUp" && input.tagName !== "SELECT") {
      event.preventDefault();
      go(beside(input, -1, 0));
    } else if (event.key === "ArrowRight" && input.tagName !== "SELECT" && atEdge(input, true)) {
      if (go(beside(input, 0, 1))) event.preventDefault();
    } else if (event.key === "ArrowLeft" && input.tagName !== "SELECT" && atEdge(input, false)) {
      if (go(beside(input, 0, -1))) event.preventDefault();
    } else if (event.key === "Escape" && input.type !== "checkbox") {
      input.value = seenBy(input).value;
      saidBy(input).textContent = "";
      input.classList.remove("is-wrong-cell");
    }
  });

  parts.addEventListener("paste", (event) => {
    const input = event.target;
    const text = event.clipboardData.getData("text/plain");
    if (!isCell(input) || !input.closest("tr") || input.closest("[data-table=t]")) return;
    if (!/[\t\n]/.test(text.replace(/[\r\n]+$/, ""))) return;
    event.preventDefault();
    const id = input.id;
    perform(editor.dataset.block, { at: input.name, block: text }).then(() => refocus(id));
  });

  // Buttons and the form for a standard send the same as without this file.
  editor.addEventListener("submit", (event) => {
    const form = event.target;
    const asks = form.id === "ops" || "do" in form.dataset;
    if (!asks) return;
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(form));
    if (event.submitter && event.submitter.name) fields[event.submitter.name] = event.submitter.value;
    delete fields.csrfmiddlewaretoken;
    perform(editor.dataset.do, fields);
  });

  editor.addEventListener("click", (event) => {
    const link = event.target.closest("[data-goto]");
    if (!link) return;
    const found = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (found) { event.preventDefault(); found.scrollIntoView({ block: "center" }); refocus(found.id); }
  });

  window.addEventListener("beforeunload", (event) => { if (open || unsaved().length) event.preventDefault(); });
  showSum(document.getElementById("sum").textContent);
})();
