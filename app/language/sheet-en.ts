/** What is said by the input for activity data. */
export const sheetEn = {
  "sheet.choose": "Activity data: a CSV or XLSX file, or drop one here",
  "sheet.read": "{file}: {rows} {rows:row|rows}",
  "sheet.columns": "Which column holds what",
  "sheet.category": "IPCC category",
  "sheet.activity": "Activity",
  "sheet.unit": "Unit",
  "sheet.year": "Year",
  "sheet.value": "Value",
  "sheet.technology": "Technology",
  "sheet.plant": "Plant",
  "sheet.note": "Note",
} as const;
