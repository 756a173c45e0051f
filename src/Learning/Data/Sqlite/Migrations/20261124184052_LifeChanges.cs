using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Learning.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LifeChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "MaxGap",
                table: "ReviewPolicies",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Changes",
                table: "Plans",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'{\"kept\":0,\"items\":[]}'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "MaxGap",
                table: "ReviewPolicies");

            migrationBuilder.DropColumn(
                name: "Changes",
                table: "Plans");
        }
    }
}
