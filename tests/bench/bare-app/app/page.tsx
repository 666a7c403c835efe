import { connection } from "next/server";

const ROWS = 50;
const COLUMNS = ["Severity", "Status", "Last seen", "Type", "Attacker", "Target", "Attacks", "Outcome"];

/** One table of 50 rows, rendered for each request as ours is, and nothing else. */
export default async function BarePage() {
  await connection();
  return (
    <table>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column}>{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: ROWS }, (_, row) => row).map((row) => (
          <tr key={row}>
            {COLUMNS.map((column) => (
              <td key={column}>{`${column} ${row}`}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
