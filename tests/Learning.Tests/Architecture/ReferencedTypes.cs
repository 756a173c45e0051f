using System.Reflection;
using System.Reflection.Emit;

namespace Learning.Tests.Architecture;

/// <summary>Every type that a type's members, signatures and instructions mention.</summary>
internal static class ReferencedTypes
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IEnumerable<Type> Of(Type type) => type.GetMembers(All).SelectMany(OfMember)
        .Concat(type.GetInterfaces()).Append(type.BaseType).OfType<Type>().SelectMany(Parts).Distinct();

    private static IEnumerable<Type?> OfMember(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodBase method => method.GetParameters().Select(parameter => parameter.ParameterType)
            .Append((method as MethodInfo)?.ReturnType).Concat(OfBody(method)),
        _ => [],
    };

    private static IEnumerable<Type?> OfBody(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body) yield break;
        foreach (var local in body.LocalVariables) yield return local.LocalType;
        foreach (var token in Tokens(body.GetILAsByteArray() ?? []))
        {
            var named = method.Module.ResolveMember(token, method.DeclaringType?.GetGenericArguments(), method is ConstructorInfo ? null : method.GetGenericArguments());
            yield return named as Type ?? named?.DeclaringType;
            if (named is FieldInfo field) yield return field.FieldType;
        }
    }

    /// <summary>Metadata tokens of the types, methods and fields that the instructions name.</summary>
    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var two = code[at] == 0xFE;
            var operation = Codes[two ? (short)(0xFE00 | code[at + 1]) : code[at]];
            at += two ? 2 : 1;
            if (operation.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
                yield return BitConverter.ToInt32(code, at);
            at += Size(operation.OperandType, code, at);
        }
    }

    private static int Size(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
}
