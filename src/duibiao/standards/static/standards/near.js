// A field that takes a standard's number offers those that were probably meant: data-near is the
// address to ask, the field's own datalist shows the answer. Without this file it is a plain field.
"use strict";

(() => {
  const WAIT = 150; // milliseconds after the last key
  for (const input of document.querySelectorAll("input[data-near]")) {
    const list = document.createElement("datalist");
    list.id = `${input.id}-near`;
    input.after(list);
    input.setAttribute("list", list.id);
    let asked = 0;
    const offer = async () => {
      const question = input.value.trim();
      if (question.length < 3) return;
      const answer = await fetch(`${input.dataset.near}?q=${encodeURIComponent(question)}`);
      if (!answer.ok || question !== input.value.trim()) return;
      const { found } = await answer.json();
      list.replaceChildren(...found.map((one) => {
        const option = document.createElement("option");
        option.value = one.number;
        option.label = [one.number, one.title, one.word].filter(Boolean).join(" ");
        return option;
      }));
    };
    input.addEventListener("input", () => {
      clearTimeout(asked);
      asked = setTimeout(offer, WAIT);
    });
  }
})();
