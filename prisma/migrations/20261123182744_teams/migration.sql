-- CreateTable
CREATE TABLE "Team" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "plan" TEXT NOT NULL,
    "scenarioSlug" TEXT NOT NULL,
    "scenarioVersion" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "receipts" BOOLEAN NOT NULL,
    "practice" BOOLEAN NOT NULL,
    "solo" BOOLEAN NOT NULL,
    "prediction" TEXT,
    "createdAt" REAL NOT NULL,
    "lastVisitAt" REAL NOT NULL,
    CONSTRAINT "Team_scenarioSlug_scenarioVersion_fkey" FOREIGN KEY ("scenarioSlug", "scenarioVersion") REFERENCES "Scenario" ("slug", "version") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- One team for each run there is, under the run's own id; its plan is that run's mode.
INSERT INTO "Team" ("id", "plan", "scenarioSlug", "scenarioVersion", "seed", "receipts", "practice", "solo", "prediction", "createdAt", "lastVisitAt") SELECT "id", "mode", "scenarioSlug", "scenarioVersion", "seed", "receipts", false, "solo", NULL, "createdAt", "lastVisitAt" FROM "Run";

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Run" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "teamId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "scenarioSlug" TEXT NOT NULL,
    "scenarioVersion" INTEGER NOT NULL,
    "mode" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "receipts" BOOLEAN NOT NULL,
    "runIndex" INTEGER NOT NULL,
    "engineVersion" INTEGER NOT NULL,
    "createdAt" REAL NOT NULL,
    "nextDueAt" REAL,
    "endedAt" REAL,
    CONSTRAINT "Run_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Run_scenarioSlug_scenarioVersion_fkey" FOREIGN KEY ("scenarioSlug", "scenarioVersion") REFERENCES "Scenario" ("slug", "version") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Run" ("createdAt", "endedAt", "engineVersion", "id", "mode", "nextDueAt", "receipts", "runIndex", "scenarioSlug", "scenarioVersion", "seed", "teamId", "role") SELECT "createdAt", "endedAt", "engineVersion", "id", "mode", "nextDueAt", "receipts", "runIndex", "scenarioSlug", "scenarioVersion", "seed", "id", 'played' FROM "Run";
DROP TABLE "Run";
ALTER TABLE "new_Run" RENAME TO "Run";
CREATE INDEX "Run_nextDueAt_idx" ON "Run"("nextDueAt");
CREATE UNIQUE INDEX "Run_teamId_role_runIndex_key" ON "Run"("teamId", "role", "runIndex");
CREATE TABLE "new_Seat" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deviceId" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "displayName" TEXT,
    "linkHash" TEXT,
    "createdAt" REAL NOT NULL,
    "revokedAt" REAL,
    CONSTRAINT "Seat_deviceId_fkey" FOREIGN KEY ("deviceId") REFERENCES "Device" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Seat_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Seat" ("actor", "createdAt", "deviceId", "displayName", "id", "linkHash", "revokedAt", "teamId") SELECT "actor", "createdAt", "deviceId", "displayName", "id", "linkHash", "revokedAt", "runId" FROM "Seat";
DROP TABLE "Seat";
ALTER TABLE "new_Seat" RENAME TO "Seat";
CREATE UNIQUE INDEX "Seat_linkHash_key" ON "Seat"("linkHash");
CREATE INDEX "Seat_teamId_idx" ON "Seat"("teamId");
CREATE UNIQUE INDEX "Seat_deviceId_teamId_actor_key" ON "Seat"("deviceId", "teamId", "actor");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Team_solo_lastVisitAt_idx" ON "Team"("solo", "lastVisitAt");
