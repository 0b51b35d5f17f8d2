/** What the help with writing says, inside the notebook's frame. */
export const typingEn = {
  "action.cellRename": "Rename in all cells",
  "action.cellDefine": "Go to the definition",
  "action.cellDescribe": "Show the documentation",
  "typing.rename": "Rename {name} in all cells",
  "typing.submit": "Rename",
  "typing.from": "from cell {place}",
  "typing.overload": "{at} of {count}",
  "typing.nothing": "There is no name here that could be renamed.",
  "typing.notAName": "“{name}” cannot be a name.",
  "typing.taken": "The name “{name}” is taken: cell {place} gives it.",
  "typing.clash": "“{name}” already stands in cell {place} and would mean something else there.",
  "typing.library": "This name belongs to the library and stays as it is.",
  "typing.noDefinition": "No cell declares this name.",
  "typing.noDescription": "Nothing is known of this place.",
} as const;
