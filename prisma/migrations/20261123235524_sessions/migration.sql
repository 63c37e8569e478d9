-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT,
    "title" TEXT NOT NULL,
    "scenarioSlug" TEXT NOT NULL,
    "scenarioVersion" INTEGER NOT NULL,
    "screenHash" TEXT NOT NULL,
    "createdAt" REAL NOT NULL,
    "startedAt" REAL,
    "endedAt" REAL,
    CONSTRAINT "Session_scenarioSlug_scenarioVersion_fkey" FOREIGN KEY ("scenarioSlug", "scenarioVersion") REFERENCES "Scenario" ("slug", "version") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SessionAccount" (
    "sessionId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    PRIMARY KEY ("sessionId", "accountId"),
    CONSTRAINT "SessionAccount_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SessionAccount_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Team" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "plan" TEXT NOT NULL,
    "scenarioSlug" TEXT NOT NULL,
    "scenarioVersion" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "receipts" BOOLEAN NOT NULL,
    "practice" BOOLEAN NOT NULL,
    "solo" BOOLEAN NOT NULL,
    "prediction" TEXT,
    "twinSlug" TEXT,
    "twinVersion" INTEGER,
    "createdAt" REAL NOT NULL,
    "lastVisitAt" REAL NOT NULL,
    "lengthMin" INTEGER,
    "rate" INTEGER,
    "sessionId" TEXT,
    CONSTRAINT "Team_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Team_scenarioSlug_scenarioVersion_fkey" FOREIGN KEY ("scenarioSlug", "scenarioVersion") REFERENCES "Scenario" ("slug", "version") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Team" ("createdAt", "id", "lastVisitAt", "plan", "practice", "prediction", "receipts", "scenarioSlug", "scenarioVersion", "seed", "solo", "twinSlug", "twinVersion") SELECT "createdAt", "id", "lastVisitAt", "plan", "practice", "prediction", "receipts", "scenarioSlug", "scenarioVersion", "seed", "solo", "twinSlug", "twinVersion" FROM "Team";
DROP TABLE "Team";
ALTER TABLE "new_Team" RENAME TO "Team";
CREATE INDEX "Team_solo_lastVisitAt_idx" ON "Team"("solo", "lastVisitAt");
CREATE INDEX "Team_sessionId_idx" ON "Team"("sessionId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "Session_code_key" ON "Session"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Session_screenHash_key" ON "Session"("screenHash");

-- CreateIndex
CREATE INDEX "Session_createdAt_idx" ON "Session"("createdAt");

-- CreateIndex
CREATE INDEX "SessionAccount_accountId_idx" ON "SessionAccount"("accountId");
