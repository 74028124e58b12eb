// The grid of indicators: a cell is saved when it is left, a block from Excel pastes over cells,
// Enter and arrows move. Without this file the form still works, with its buttons.
"use strict";

(() => {
  const form = document.getElementById("grid");
  if (!form) return;
  const left = document.getElementById("left");
  const token = form.elements.csrfmiddlewaretoken.value;
  const COLUMNS = ["name", "unit", "direction", "stipulated", "promised", "measured", "method",
    "method_clause", "standard", "clause"];

  const place = (input) => {
    const found = /^([a-z_]+)-(\w+)$/.exec(input.name || "");
    return found && found[1] !== "was" && found[1] !== "row" ? { field: found[1], row: found[2] } : null;
  };
  const valueOf = (input) => (input.type === "checkbox" ? (input.checked ? "on" : "") : input.value);
  const rows = () => [...form.querySelectorAll("tbody tr")];
  const inRow = (row, field) => row && row.querySelector(`[name^="${field}-"]:not([type=hidden])`);

  const rename = (row, key) => {
    for (const input of row.querySelectorAll("[name]")) {
      input.name = input.name.replace(/-\w+$/, `-${key}`);
      if (input.id) input.id = input.id.replace(/-\w+$/, `-${key}`);
    }
    row.removeAttribute("data-new");
  };

  const tell = (input, texts) => {
    const said = input.closest("td").querySelector(".said");
    said.textContent = "";
    for (const text of texts) {
      const line = document.createElement("span");
      line.className = "found block";
      line.textContent = text;
      said.append(line);
    }
  };

  // One request at a time, so that a new row is made once.
  let waiting = Promise.resolve();
  const save = (input) => {
    waiting = waiting.then(async () => {
      const at = place(input);
      const was = form.elements[`was-${at.field}-${at.row}`];
      if (!was || valueOf(input) === was.value) return;
      const body = new URLSearchParams({
        csrfmiddlewaretoken: token, field: at.field, value: valueOf(input), before: was.value,
        indicator: /^\d+$/.test(at.row) ? at.row : "",
      });
      const answer = await fetch(form.dataset.cell, { method: "POST", body });
      const said = await answer.json().catch(() => ({ said: [] }));
      input.classList.toggle("is-wrong-cell", said.state !== "saved");
      if (said.row && said.row !== at.row) rename(input.closest("tr"), said.row);
      if (said.state === "saved" || said.state === "wrong") {
        was.value = valueOf(input);
        input.classList.add("is-saved");
        setTimeout(() => input.classList.remove("is-saved"), 1500);
      }
      tell(input, said.said || []);
      if (said.read) {
        const line = document.createElement("span");
        line.className = "read";
        line.textContent = said.read;
        input.closest("td").querySelector(".said").append(line);
      }
      if (said.status) left.textContent = said.status;
    });
    return waiting;
  };

  form.addEventListener("change", (event) => { if (place(event.target)) save(event.target); });

  form.addEventListener("keydown", (event) => {
    const at = place(event.target);
    if (!at || event.isComposing || event.target.tagName === "SELECT") return;
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = rows();
    const next = inRow(all[all.indexOf(event.target.closest("tr")) + step], at.field);
    if (next) next.focus();
  });

  form.addEventListener("paste", (event) => {
    const at = place(event.target);
    const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
    if (!at || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const all = rows();
    const first = all.indexOf(event.target.closest("tr"));
    text.split("\n").forEach((line, n) => {
      line.split("\t").forEach((value, m) => {
        const input = inRow(all[first + n], COLUMNS[COLUMNS.indexOf(at.field) + m]);
        if (!input) return;
        if (input.tagName === "SELECT") {
          const found = [...input.options].find((o) => o.text === value.trim() || o.value === value.trim());
          if (found) input.value = found.value;
        } else {
          input.value = value.trim();
        }
        save(input);
      });
    });
  });
})();
