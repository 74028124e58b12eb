// The review by keyboard: J and K go through the list, A approves, R returns, P pins the cell in
// focus. Everything can also be done with the links and buttons of the page.
"use strict";

(() => {
  const links = [...document.querySelectorAll("#queue a")];
  const here = links.findIndex((link) => link.getAttribute("aria-current"));
  const decide = document.getElementById("decide");
  const typing = (target) => /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.type !== "checkbox";

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === "j" && links[here + 1]) links[here + 1].click();
    if (key === "k" && links[here - 1]) links[here - 1].click();
    if (!decide) return;
    if (key === "a") {
      const open = [...decide.querySelectorAll("input[type=checkbox]")].find((box) => !box.checked);
      if (open) open.focus(); else decide.querySelector("[value=approve]").click();
    }
    if (key === "r") {
      event.preventDefault();
      const reason = document.getElementById("reason");
      if (reason.value.trim()) decide.querySelector("[value=return]").click(); else reason.focus();
    }
    if (key === "p") {
      event.preventDefault();
      const at = document.activeElement.dataset ? document.activeElement.dataset.place : "";
      if (at) document.getElementById("place").value = at;
      document.getElementById("reason-of").focus();
    }
  });
})();
