"use strict";
// The example page of the portal: what a shop's page does, with nothing but the portal's documented end points.
// The token is kept in sessionStorage, which ends with the tab, and travels in a header alone.

const byId = (id) => document.getElementById(id);
const TOKEN = "portal.token", CUSTOMER = "portal.customer";
const MOST = 100;
const STATES = {
  0: "In process", 1: "Open", 2: "Open back order", 3: "Released back order", 4: "In warehouse",
  8: "Ready to invoice", 9: "Complete", F: "Forward order", S: "In suspense",
};
const TYPES = { I: "Invoice", C: "Credit note", D: "Debit note" };

// ---------------------------------------------------------------- asking

class Refused extends Error {
  constructor(status, code, sentence, waitSeconds) {
    super(sentence);
    Object.assign(this, { status, code, waitSeconds });
  }
}

async function ask(method, path, body, key) {
  const headers = { Authorization: `Bearer ${sessionStorage.getItem(TOKEN)}` };
  const customer = sessionStorage.getItem(CUSTOMER);
  if (customer) headers["X-Customer"] = customer;
  if (key) headers["Idempotency-Key"] = key;
  if (body) headers["Content-Type"] = "application/json";
  let answer, told;
  try {
    answer = await fetch(path, { method, headers, body: body && JSON.stringify(body), referrerPolicy: "no-referrer" });
    told = await answer.json();
  } catch {
    throw new Refused(0, "offline", "The portal does not answer. Nothing is ordered twice; try again.", 0);
  }
  if (!answer.ok) {
    throw new Refused(answer.status, told.error.code, told.error.message, Number(answer.headers.get("Retry-After")));
  }
  return told;
}

// ---------------------------------------------------------------- showing

function notice(sentence, how = "") {
  const place = byId("notice");
  place.textContent = sentence;
  place.className = how;
  place.hidden = !sentence;
}

function wrong(error) {
  if (!(error instanceof Refused)) throw error;
  if (error.status === 401) leave();
  notice(error.waitSeconds ? `${error.message} (${error.waitSeconds} s)` : error.message, "wrong");
}

function cell(text, className = "", tag = "td") {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
}

function row(...cells) {
  const made = document.createElement("tr");
  made.append(...cells);
  return made;
}

function whole(place, columns, text, className = "aside") {
  const only = cell(text, className);
  only.colSpan = columns;
  place.replaceChildren(row(only));
}

function loading(place, columns) {
  const made = row(...Array.from({ length: columns }, () => cell("")));
  made.className = "waiting";
  place.replaceChildren(made);
}

// ---------------------------------------------------------------- numbers, never as floating point

function decimalsOf(currency) {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().minimumFractionDigits;
  } catch {
    return 2; // a currency code of SYSPRO's own
  }
}

function grouped(text, least = 0) {
  const [, sign, units, decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const padded = decimals.padEnd(least, "0");
  return sign + units.replace(/\B(?=(\d{3})+$)/g, ",") + (padded && `.${padded}`);
}

const money = (text, currency) => `${grouped(text, decimalsOf(currency))}\u00a0${currency}`;

function added(texts) {
  const scaled = (text) => {
    const [units, decimals = ""] = text.split(".");
    return BigInt(units + decimals.padEnd(6, "0"));
  };
  const sum = texts.reduce((all, text) => all + scaled(text), 0n);
  const digits = String(sum < 0n ? -sum : sum).padStart(7, "0");
  const decimals = digits.slice(-6).replace(/0+$/, "");
  return (sum < 0n ? "-" : "") + digits.slice(0, -6) + (decimals && `.${decimals}`);
}

// ---------------------------------------------------------------- the new order

let key = "";

function changed() {
  // Another basket is another order; the same one again, after an answer was lost, is the same order.
  key = "";
  byId("place").disabled = true;
  byId("placed").hidden = true;
}

function addLine() {
  const made = byId("line").content.firstElementChild.cloneNode(true);
  made.addEventListener("input", () => {
    for (const name of ["description", "available", "price"]) made.querySelector(`.${name}`).textContent = "";
    changed();
  });
  made.querySelector(".remove").addEventListener("click", () => {
    made.remove();
    changed();
    if (!byId("lines").children.length) addLine();
    byId("lines").lastElementChild.querySelector(".code").focus();
  });
  byId("lines").append(made);
  changed();
  return made;
}

function wanted() {
  return [...byId("lines").children].map((line) => ({
    stock_code: line.querySelector(".code").value.trim(),
    quantity: line.querySelector(".quantity").value.trim(),
  }));
}

async function showPrices() {
  const items = wanted();
  const before = JSON.stringify(items);
  const codes = [...new Set(items.map((item) => item.stock_code))];
  try {
    const [prices, stock] = await Promise.all([
      ask("POST", "/v1/prices", { items }),
      ask("POST", "/v1/stock", { stock_codes: codes }),
    ]);
    if (JSON.stringify(wanted()) !== before) return;
    notice("");
    const there = new Map(stock.items.map((item) => [item.stock_code, item]));
    [...byId("lines").children].forEach((line, place) => showPrice(line, prices.items[place], prices.currency, there));
    byId("place").disabled = prices.items.some((item) => item.price === null);
  } catch (error) {
    wrong(error);
  }
}

function showPrice(line, item, currency, there) {
  const stock = there.get(item.stock_code);
  const description = line.querySelector(".description");
  description.textContent = item.problem || item.description;
  description.classList.toggle("problem", Boolean(item.problem));
  line.querySelector(".available").textContent =
    stock && stock.sold ? `${grouped(String(stock.available))} ${stock.uom}` : "";
  line.querySelector(".price").textContent = item.price === null ? "" : `${money(item.price, currency)} / ${item.uom}`;
}

async function send(payment) {
  key ||= crypto.randomUUID();
  const here = location.origin + location.pathname;
  const pages = payment === "now" ? { success_url: `${here}?paid`, cancel_url: `${here}?not-paid` } : {};
  try {
    const told = await ask("POST", "/v1/orders", { items: wanted(), payment, ...pages }, key);
    notice("");
    return told;
  } catch (error) {
    // A refused order is over; one whose answer was lost is asked for again under its own key.
    if (error.status === 409) key = "";
    wrong(error);
    return null;
  }
}

async function whileSending(work) {
  const buttons = document.querySelectorAll("#place, #next button");
  for (const one of buttons) one.disabled = true;
  await work();
  for (const one of buttons) one.disabled = false;
}

const check = () => whileSending(async () => {
  const told = await send("none");
  if (told) showTotal(told);
});

const pay = () => whileSending(async () => {
  const told = await send("now");
  if (told) location.assign(told.pay_url);
});

const orderOnAccount = () => whileSending(async () => {
  const told = await send("account");
  if (!told) return;
  byId("lines").replaceChildren();
  addLine();
  notice(`Ordered on account as ${told.reference}. Its number follows in a moment.`, "right");
  showOrders();
});

function button(id, text, act, className = "") {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", id, textContent: text, className });
  made.addEventListener("click", act);
  return made;
}

function showTotal(order) {
  const lines = order.lines.map((line) => row(
    cell(line.stock_code, "id"), cell(grouped(line.quantity), "number"),
    cell(money(line.price, order.currency), "number"), cell(money(line.net, order.currency), "number"),
  ));
  byId("agreed").replaceChildren(...lines);
  const sum = (name, text, className) => {
    const head = cell(name, className, "th");
    head.scope = "row";
    head.colSpan = 3;
    return row(head, cell(money(text, order.currency), `number ${className}`));
  };
  byId("sums").replaceChildren(sum("Tax", order.tax, ""), sum("Total", order.total, "total"));
  byId("until").textContent = order.on_account
    ? "Paid now, it is ordered once the payment is there; on account, it is ordered at once and invoiced to you."
    : "It is ordered once the payment is there, at these prices.";
  const ways = [button("pay", `Pay ${money(order.total, order.currency)}`, pay, "main")];
  if (order.on_account) ways.push(button("account", "Order on account", orderOnAccount));
  byId("next").replaceChildren(...ways);
  byId("placed").hidden = false;
  byId("placed").focus();
}

// ---------------------------------------------------------------- orders and invoices

async function showOrders() {
  const place = byId("orders");
  loading(place, 5);
  try {
    const told = await ask("GET", `/v1/orders?limit=${MOST}`);
    byId("customer").textContent = `Customer ${told.customer.replace(/^0+(?=.)/, "")}`;
    byId("orders-note").textContent = told.more ? `The newest ${MOST} are shown.` : "";
    if (told.orders.length) place.replaceChildren(...told.orders.map(orderRow));
    else whole(place, 5, "No orders yet.");
  } catch (error) {
    whole(place, 5, "Orders cannot be shown now.", "problem");
    wrong(error);
  }
}

function orderRow(order) {
  const open = document.createElement("button");
  Object.assign(open, { type: "button", className: "quiet id", textContent: order.sales_order });
  open.setAttribute("aria-expanded", "false");
  const first = cell("");
  first.append(open);
  const state = order.cancelled ? "ended" : order.status === "9" ? "done" : "";
  const words = order.cancelled ? "Cancelled" : STATES[order.status] || `Status ${order.status}`;
  const made = row(
    first, cell(words, `state ${state}`), cell(order.ordered_on || ""), cell(order.purchase_order, "id"),
    cell(order.last_invoice, "id"),
  );
  open.addEventListener("click", () => showLines(order, made, open));
  return made;
}

async function showLines(order, made, open) {
  if (open.getAttribute("aria-expanded") === "true") {
    made.nextElementSibling.remove();
    open.setAttribute("aria-expanded", "false");
    return;
  }
  try {
    const told = await ask("GET", `/v1/orders/${encodeURIComponent(order.sales_order)}`);
    if (open.getAttribute("aria-expanded") === "true") return;
    const lines = document.createElement("table");
    lines.append(...told.lines.map((line) => row(
      cell(line.stock_code, "id"), cell(line.description), cell(`${grouped(line.ordered)} ${line.uom}`, "number"),
      cell(money(line.stock_code ? line.price : line.charge, told.currency), "number"),
    )));
    const within = cell("");
    within.colSpan = 5;
    within.append(lines);
    const shown = row(within);
    shown.className = "within";
    made.after(shown);
    open.setAttribute("aria-expanded", "true");
  } catch (error) {
    wrong(error);
  }
}

async function showInvoices() {
  const place = byId("invoices");
  loading(place, 6);
  try {
    const [open, shown] = await Promise.all([
      ask("GET", "/v1/invoices?state=open&limit=500"),
      ask("GET", `/v1/invoices?state=${byId("only-open").checked ? "open" : "all"}&limit=${MOST}`),
    ]);
    byId("owed").textContent = owed(open);
    byId("invoices-note").textContent = shown.more ? `The newest ${MOST} are shown.` : "";
    if (shown.invoices.length) place.replaceChildren(...shown.invoices.map(invoiceRow));
    else whole(place, 6, "No invoices.");
  } catch (error) {
    byId("owed").textContent = "";
    whole(place, 6, "Invoices cannot be shown now.", "problem");
    wrong(error);
  }
}

function owed(told) {
  if (!told.invoices.length) return "Nothing is open.";
  const currencies = [...new Set(told.invoices.map((one) => one.currency))].sort();
  const sums = currencies.map((currency) => {
    const texts = told.invoices.filter((one) => one.currency === currency && one.open !== null).map((one) => one.open);
    return money(added(texts), currency);
  });
  const sure = !told.more && told.invoices.every((one) => one.open !== null);
  return `${sums.join(", ")} ${sure ? "open" : "open at least"}`;
}

function invoiceRow(invoice) {
  return row(
    cell(invoice.invoice.replace(/^0+(?=.)/, ""), "id"), cell(TYPES[invoice.type] || invoice.type),
    cell(invoice.invoiced_on || ""), cell(invoice.sales_order, "id"),
    cell(money(invoice.value, invoice.currency), "number"),
    cell(invoice.open === null ? "ask us" : money(invoice.open, invoice.currency), "number"),
  );
}

// ---------------------------------------------------------------- coming and going

function enter() {
  byId("door").hidden = true;
  byId("inside").hidden = byId("who").hidden = false;
  if (!byId("lines").children.length) addLine();
  return Promise.all([showOrders(), showInvoices()]);
}

function leave() {
  sessionStorage.removeItem(TOKEN);
  sessionStorage.removeItem(CUSTOMER);
  byId("lines").replaceChildren();
  for (const id of ["orders", "invoices", "agreed", "sums", "next"]) byId(id).replaceChildren();
  byId("owed").textContent = byId("customer").textContent = "";
  byId("placed").hidden = byId("inside").hidden = byId("who").hidden = true;
  byId("door").hidden = false;
  notice("");
  byId("token").focus();
}

byId("enter").addEventListener("submit", (event) => {
  event.preventDefault();
  sessionStorage.setItem(TOKEN, byId("token").value.trim());
  sessionStorage.setItem(CUSTOMER, byId("code").value.trim());
  byId("token").value = "";
  notice("");
  enter();
});
byId("leave").addEventListener("click", leave);
byId("more").addEventListener("click", () => addLine().querySelector(".code").focus());
byId("basket").addEventListener("submit", (event) => {
  event.preventDefault();
  showPrices();
});
byId("place").addEventListener("click", check);
byId("only-open").addEventListener("change", showInvoices);

if (sessionStorage.getItem(TOKEN)) {
  const back = location.search;
  if (back) history.replaceState(null, "", location.pathname);
  enter();
  if (back === "?paid") notice("Thank you. Your payment is on its way to us; the order follows in a moment.", "right");
  if (back === "?not-paid") notice("Nothing was paid, so nothing was ordered.");
} else {
  byId("token").focus();
}
