/** Commands on unagreed text in square brackets. */
import { commandOf, type Edit } from "../../shared/editing/edit";
import {
  addAlternative,
  bracketSelection,
  dropBracketed,
  nextBracket,
  previousBracket,
  settleBrackets,
} from "../../shared/editing/unagreed";
import type { Behaviour } from "./behaviour";
import { documentCommand } from "./text-commands";

const onBrackets = (edit: Edit): Behaviour => documentCommand(commandOf(edit));

export const bracketCommands = {
  bracketSelection: onBrackets(bracketSelection),
  addAlternative: onBrackets(addAlternative),
  settleBrackets: onBrackets(settleBrackets),
  dropBracketed: onBrackets(dropBracketed),
  nextBracket: onBrackets(nextBracket),
  previousBracket: onBrackets(previousBracket),
} satisfies Record<string, Behaviour>;
