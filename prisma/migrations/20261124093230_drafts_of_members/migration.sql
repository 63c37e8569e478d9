-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Draft" (
    "runId" TEXT NOT NULL,
    "member" TEXT NOT NULL DEFAULT 'p1',
    "conversation" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "asks" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "rev" INTEGER NOT NULL,
    "other" TEXT,

    PRIMARY KEY ("runId", "member", "conversation", "threadId"),
    CONSTRAINT "Draft_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Draft" ("asks", "conversation", "details", "other", "rev", "runId", "subject", "text", "threadId") SELECT "asks", "conversation", "details", "other", "rev", "runId", "subject", "text", "threadId" FROM "Draft";
DROP TABLE "Draft";
ALTER TABLE "new_Draft" RENAME TO "Draft";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
