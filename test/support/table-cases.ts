/** Rows, columns, cells and whole tables that come, go and change. */
import { add, addBefore, afterTable, type Case, cells, dropTable, last, remove, schedule } from "./line-edits";

/** The cases. */
export const tableCases: readonly Case[] = [
  ["row: added first", [cells((rows) => rows.splice(1, 0, ["2019", "Étude préalable", "Comité"]))]],
  ["row: added last", [cells((rows) => rows.push(["2023", "Bilan général", "Comité"]))]],
  ["row: two added", [cells((rows) => rows.push(["2023", "Bilan", "Comité"], ["2024", "Clôture", "Bureau"]))]],
  ["row: suppressed first", [cells((rows) => rows.splice(0, 1))]],
  ["row: suppressed last", [cells((rows) => rows.splice(2, 1))]],
  ["row: replaced", [cells((rows) => rows.splice(1, 1, ["2030", "Fermeture du programme", "Conseil"]))]],
  ["row: moved", [cells((rows) => rows.push(...rows.splice(1, 1)))]],
  ["column: suppressed", [cells((rows) => rows.forEach((row) => row.pop()))]],
  ["column: moved", [cells((rows) => rows.forEach((row) => row.push(...row.splice(1, 1))))]],
  ["column: added", [cells((rows) => rows.forEach((row, index) => row.push(index === 0 ? "Coût" : `${index} 000`)))]],
  ["cell: text", [cells((rows) => (rows[1]![1] = "Inventaire complet des stations"))]],
  ["cell: emptied", [cells((rows) => (rows[1]![1] = ""))]],
  ["cell: whole text", [cells((rows) => (rows[1]![1] = "Tout autre chose ici"))]],
  ["cell: paragraph added last", [cells((rows) => (rows[2]![1] += "¶Réunion de clôture"))]],
  ["cell: paragraph added first", [cells((rows) => (rows[2]![1] = `Réunion d'ouverture¶${rows[2]![1]}`))]],
  [
    "cell: paragraph suppressed last",
    [cells((rows) => (rows[2]![1] = "Atelier des techniciens"))],
    [cells((rows) => (rows[2]![1] += "¶Visite du site voisin"))],
  ],
  ["table: added", [add(afterTable, schedule)]],
  ["table: added last", [add(last, schedule)]],
  ["table: suppressed", [dropTable]],
  ["table: suppressed last", [dropTable], [remove(afterTable, last)]],
  ["table: beside another, text", [cells((rows) => (rows[1]![0] = "2020"))], [addBefore(afterTable, schedule)]],
];
