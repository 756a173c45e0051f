using System.ComponentModel.DataAnnotations;

namespace Learning.Server.Settings;

/// <summary>A setting that names one of a few possibilities, in any case of letters.</summary>
/// <param name="possible">What is possible.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneOfAttribute(params string[] possible) : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        possible.Contains(value as string, StringComparer.OrdinalIgnoreCase)
            ? ValidationResult.Success
            : new ValidationResult(
                $"{LearningSettings.Section}:{validationContext.MemberName} is '{value}'; possible in this release: {string.Join(", ", possible)}.",
                [validationContext.MemberName!]);
}
