using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Learning.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReviewsByException : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Causes",
                table: "Plans",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<double>(
                name: "Changed",
                table: "Plans",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<double>(
                name: "Doubt",
                table: "Plans",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<string>(
                name: "Terms",
                table: "Plans",
                type: "TEXT",
                nullable: false,
                defaultValue: "{\"bans\":[],\"notFree\":[],\"dailyCapMinutes\":null}");

            migrationBuilder.CreateTable(
                name: "ReviewPolicies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    On = table.Column<bool>(type: "INTEGER", nullable: false),
                    Optimal = table.Column<bool>(type: "INTEGER", nullable: false),
                    Exempt = table.Column<bool>(type: "INTEGER", nullable: false),
                    ColdMembers = table.Column<bool>(type: "INTEGER", nullable: false),
                    MostChange = table.Column<double>(type: "REAL", nullable: false),
                    MostDoubt = table.Column<double>(type: "REAL", nullable: false),
                    AuditShare = table.Column<double>(type: "REAL", nullable: false),
                    Seed = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewPolicies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReviewRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", nullable: false),
                    Policy = table.Column<string>(type: "TEXT", nullable: false),
                    PolicyVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Items = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReviewAudits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Policy = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Agreed = table.Column<bool>(type: "INTEGER", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    LookedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewAudits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewAudits_Plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "Plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReviewAudits_ReviewRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "ReviewRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Plans_State_Doubt",
                table: "Plans",
                columns: new[] { "State", "Doubt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewAudits_PlanId",
                table: "ReviewAudits",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewAudits_RunId",
                table: "ReviewAudits",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewPolicies_Organisation_Key",
                table: "ReviewPolicies",
                columns: new[] { "Organisation", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewRuns_Organisation_Id",
                table: "ReviewRuns",
                columns: new[] { "Organisation", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReviewAudits");

            migrationBuilder.DropTable(
                name: "ReviewPolicies");

            migrationBuilder.DropTable(
                name: "ReviewRuns");

            migrationBuilder.DropIndex(
                name: "IX_Plans_State_Doubt",
                table: "Plans");

            migrationBuilder.DropColumn(
                name: "Causes",
                table: "Plans");

            migrationBuilder.DropColumn(
                name: "Changed",
                table: "Plans");

            migrationBuilder.DropColumn(
                name: "Doubt",
                table: "Plans");

            migrationBuilder.DropColumn(
                name: "Terms",
                table: "Plans");
        }
    }
}
